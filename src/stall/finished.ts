import { z } from 'zod'
import { answers } from '../questionnaire/answers.ts'

// The last moment that dates know. A clock that is wrong by thousands of years must not keep a response out.
const ms = z.number().int().nonnegative().max(8.64e15)
// Later ones are said as this: calendars stop at four figures.
const LAST_SAID = Date.UTC(9999, 11, 30)
// A form asks tens of questions.
const MOST_ANSWERS = 1000
const token = z.string().regex(/^[\w-]{22}$/)
const said = z.strictObject({ at: ms, wording: z.string().min(1).max(2000) })

/**
 * A response as a tablet gives it up: all that the server must know to keep it. Times are ms, UTC, by the server's clock as
 * far as the tablet knew it; `deviceAt` is what the tablet's own clock said at the end. What another release adds is let by: a
 * queue outlives releases.
 */
export const finished = z.object({
  id: z.uuid(),
  /** The pack, and a print of its questions and boxes as the tablet had them. */
  pack: z.string().min(1),
  fingerprint: z.string().min(1),
  reference: z.string().regex(/^[0-9A-Z]{8}$/),
  consent: said,
  answers: answers.refine((all) => Object.keys(all).length <= MOST_ANSWERS),
  begunAt: ms,
  savedAt: ms,
  finishedAt: ms,
  deviceAt: ms.transform((at) => Math.min(at, LAST_SAID)),
  /** The volunteer typed what the person said. */
  assisted: z.boolean(),
  /** False for one that its person takes along half done: it has no time of finishing, and no volunteer's word sends it. */
  complete: z.boolean(),
  /** `print`: into the tray; `vouch`: sent, by a volunteer's word; `open`: its person goes on, online; `keep`: only kept. */
  wants: z.enum(['print', 'vouch', 'open', 'keep']),
  /** The token of a private link that the tablet made and its person may have; null where they do not want one. */
  link: token.nullable(),
  /** What the slip in the tray shows: the link's QR, or the reference alone. */
  linkOnPaper: z.boolean(),
  /** The key under which the tablet's browser goes on with it, where it wants `open`. */
  visit: token.nullable(),
  /** What the person said yes to before a volunteer's word sent it, where it wants `vouch`. */
  yes: said.nullable(),
})

export type Finished = z.infer<typeof finished>
