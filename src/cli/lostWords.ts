import type { PackProblem } from '../consultation/problem.ts'
import type { Mismatch } from '../pdf/seeing/readBack.ts'

/** What is wrong where words or a tick are not seen on a filled form; `remedy` says where to look. */
export const lostWords = (
  at: { file: string; path: string },
  { page, missing }: Mismatch,
  remedy: string,
): PackProblem => ({
  ...at,
  found: `page ${page} of the filled form, which does not show: ${missing}`,
  expected: 'every word and every tick on paper, as another reader sees it',
  remedy: `nothing was written; ${remedy}`,
})
