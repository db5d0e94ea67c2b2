import { z } from 'zod'

/** What one person says: text, an option's id, or several. A question that is not a key was left blank. */
export const answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

export type Answer = string | string[]
export type Answers = z.infer<typeof answers>
