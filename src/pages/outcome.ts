import type { Problem } from './viewParts.ts'
import type { PageViews } from './views.ts'

/** What a visitor's key to a response becomes after this answer: a new one to carry, or none. */
export type KeyChange = { carry: string } | { drop: true }

/** One page of ours, by the name of its template. */
export type PageOutcome = {
  [Name in keyof PageViews]: {
    page: Name
    view: PageViews[Name]
    status?: number
    /** What to put right on this page, and a notice that stands above it. */
    problems?: Problem[]
    notice?: string
    key?: KeyChange
    organiserKey?: KeyChange
    shiftKey?: KeyChange
    scanKey?: KeyChange
  }
}[keyof PageViews]

export type RedirectOutcome = {
  redirect: string
  key?: KeyChange
  organiserKey?: KeyChange
  shiftKey?: KeyChange
  scanKey?: KeyChange
}

/** Bytes to show or to save, perhaps in parts that follow each other; `name` is a file name in plain ASCII. */
export type FileOutcome = { file: Uint8Array | Uint8Array[]; type: string; name: string; save: boolean }

/** Something to watch: each value becomes an event of that name without words of its own, until nobody listens. */
export type EventsOutcome = { events: AsyncIterable<string> }

/** Nothing to watch, now or soon (204): a browser does not ask again by itself. */
export type NothingOutcome = { nothing: true }

/** Plain data for a script of ours. */
export type JsonOutcome = { json: unknown; status?: number; key?: KeyChange }

/** What a controller answers; only `web/handle.ts` and its like know how it travels. */
export type Outcome = PageOutcome | RedirectOutcome | FileOutcome | EventsOutcome | NothingOutcome | JsonOutcome
