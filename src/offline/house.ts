import type { Site } from '../pages/site.ts'
import { unpackForm } from '../pdf/copies/carried.ts'
import { keysOf } from '../responses/keys.ts'
import { makeResponses } from '../responses/responses.ts'
import type { RenderPage } from '../views/renderViews.ts'
import { type TabletBooks, tabletBooks } from './books.ts'
import { openTabletDatabase, type TabletDatabase } from './database.ts'
import { type InTurn, makeLine } from './inTurn.ts'
import { makeTablet } from './makeTablet.ts'
import { makeOnline, type Online } from './online.ts'
import type { TabletPack } from './pack.ts'
import { picturesByServer } from './pictures.ts'
import { tabletQueue } from './queue.ts'
import { tabletResponseStore } from './responseStore.ts'
import { makeRounds, type Rounds } from './rounds.ts'
import type { AskServer } from './server.ts'
import { tabletSite } from './tabletSite.ts'

/** A tablet's house, put together: what answers its pages, and what brings up what waits. */
export type TabletHouse = {
  pack: TabletPack
  site: Site
  page: RenderPage
  books: TabletBooks
  rounds: Rounds
  online: Online
  clock: () => number
  db: TabletDatabase
  /** Requests that change something stand in one line. */
  inTurn: InTurn
  /** Whether somebody has gone whose end could not be kept yet. */
  left: { alone: boolean }
  failed(error: unknown): void
}

/** What a tablet's house is put together from. */
export type TabletHouseParts = {
  pack: TabletPack
  page: RenderPage
  /** The carried form's JSON. */
  form(): Promise<string>
  /** The way to the server, for who has this pairing key. */
  ask(key: string): AskServer
  clock: () => number
  /** Hears what went wrong, for whoever looks at the browser's console. */
  failed(error: unknown): void
  /** Hears when the database was closed under it, and it must be put together again. */
  closed?(): void
  /** The database's name in the browser. */
  name?: string
}

/** Puts a tablet's house together in a service worker. */
export const tabletHouse = async ({
  pack,
  page,
  form,
  ask,
  clock,
  failed,
  closed,
  name,
}: TabletHouseParts): Promise<TabletHouse> => {
  const [db, json] = await Promise.all([openTabletDatabase(name, closed), form()])
  const [books, queue] = [tabletBooks(db), tabletQueue(db)]
  // Its hashes open nothing beyond this tablet, where the answers lie under keys of their own.
  const responses = makeResponses(tabletResponseStore(db), keysOf(new Uint8Array(32)))
  const rounds = makeRounds({ books, queue, clock, rehearsed: pack.rehearsed, ask })
  const online = makeOnline(books, ask)
  const tablet = makeTablet({
    ...{ books, queue, responses, rounds, online, clock, failed },
    pack: { ...pack, id: pack.consultation.id },
  })
  const pictures = picturesByServer({
    ask: async () => {
      const known = await books.pairing()
      return known?.signal ? ask(known.key) : null
    },
    response: async () => {
      const using = await books.using()
      return using ? responses.openBy('visit', using.visit) : null
    },
  })
  const site = tabletSite({ pack, prepared: unpackForm(json), responses, pictures, tablet })
  return { pack, site, page, books, rounds, online, clock, db, inTurn: makeLine(), left: { alone: false }, failed }
}
