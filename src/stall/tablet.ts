import type { Response } from '../responses/response.ts'
import type { Finished } from './finished.ts'
import type { Heard } from './stalls.ts'

/** How large a person wants to read. */
export type TextSize = 'normal' | 'large' | 'largest'

/** Who uses the tablet now, besides their response. */
export type Person = { assisted: boolean; size: TextSize; finishing: boolean }

/** How a tablet stands: what waits on it, and what its volunteer should know, in sentences. */
export type TabletStatus = {
  heard: Pick<Heard, 'stall' | 'card' | 'tray' | 'closed'>
  /** False where the last try to reach the server came to nothing. */
  signal: boolean
  /** Finished responses that the server has not yet taken. */
  waiting: number
  troubles: string[]
}

/** How somebody ends at a tablet: what becomes of their response, and whether a private link is made for them. */
export type Ending = Pick<Finished, 'complete' | 'wants' | 'linkOnPaper' | 'yes'> & { withLink: boolean }

/** What a paired tablet does by itself, in its own browser. Nothing of it exists on a server. */
export type Tablet = {
  /** True where the server sends mail. */
  mail: boolean
  /** Whether the server is reached just now; what waits goes up by that. */
  reach(): Promise<boolean>
  status(): Promise<TabletStatus>
  person(): Promise<Person | null>
  /** Opens an empty response for somebody who agreed to these words. */
  begin(person: Omit<Person, 'finishing'>, consentWording: string, now: number): Promise<void>
  /** The person has come to the end: from now on a tablet left alone keeps their answers for the tray. */
  finishing(): Promise<void>
  /**
   * Seals a response, puts it in the queue, and clears the tablet of it; tries once to send it up. `sent` is false while it
   * waits for signal. `link` is the address that opens it once the server has it.
   */
  finish(
    response: Response,
    ending: Ending,
    now: number,
  ): Promise<{ sent: boolean; link: string | null; visit: string | null }>
  /** Opens in this tablet's browser, on the server, the response that was just brought there; false where that failed. */
  goOnOnline(visit: string, link: string): Promise<boolean>
  /** The link that is still shown of somebody whose answers have left the tablet; `online`: they go on on the server. */
  showing(): Promise<{ link: string; sent: boolean; online: boolean } | null>
  /** Clears the tablet of the person who uses it; nothing of theirs is kept. */
  clear(): Promise<void>
  /** What waits on the tablet, sealed as it lies there, as a file for the organiser. */
  rescue(): Promise<Uint8Array>
}
