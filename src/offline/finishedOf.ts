import { newVisitKey } from '../responses/keys.ts'
import type { Response } from '../responses/response.ts'
import type { Finished } from '../stall/finished.ts'
import type { Ending } from '../stall/tablet.ts'

/** What of its pack a tablet's finished responses say, and whether the server sends mail. */
export type PackOfTablet = { id: string; fingerprint: string; publicUrl: string; mail: boolean }

/** Times in ms, UTC: `now` as near as the tablet knows to the server's clock, `deviceAt` by its own. */
type End = { now: number; deviceAt: number; assisted: boolean }

/** A finished response as the server will read it; keys and links are made by chance here. */
export const finishedOf = (
  { id: pack, fingerprint }: PackOfTablet,
  { id, reference, consent, answers, begunAt, savedAt }: Response,
  { complete, wants, linkOnPaper, yes, withLink }: Ending,
  { now, deviceAt, assisted }: End,
): Finished => {
  if (!reference || savedAt === null) throw new Error('nothing was saved yet')
  return {
    ...{ id, pack, fingerprint, reference, consent, answers, begunAt, savedAt },
    ...{ finishedAt: now, deviceAt, assisted, complete, wants, linkOnPaper, yes },
    link: withLink ? newVisitKey() : null,
    visit: wants === 'open' ? newVisitKey() : null,
  }
}
