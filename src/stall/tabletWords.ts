import { z } from 'zod'

/** The last moment that dates know (ms, UTC). */
const LAST = 8.64e15

const count = z.number().int().min(0).max(100_000)

/** What a tablet says of itself, as it comes: people of at most a week, by the hour. */
export const tabletWords = z.strictObject({
  unsent: count,
  tally: z
    .array(z.strictObject({ from: z.number().int().nonnegative().max(LAST), started: count, finished: count }))
    .max(168),
  aheadMs: z.number().int().min(-LAST).max(LAST),
})
