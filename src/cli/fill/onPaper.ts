import type { PackProblem } from '../../consultation/problem.ts'
import type { FilledForm } from '../../pdf/fill.ts'
import type { PreparedForm } from '../../pdf/preparedForm.ts'
import type { Mismatch } from '../../pdf/seenOnPaper.ts'
import { unplaced } from '../../pdf/unplaced.ts'
import { startPicturePool } from '../../workers/picturePool.ts'
import { withProgress } from '../progress.ts'
import { stopWith } from '../stop.ts'
import { type Entry, placeIn } from './entry.ts'
import type { Job } from './job.ts'

// Two threads read; two forms more lie ready for them.
const AT_ONCE = 4

const expected = 'every word and every tick on paper, as another reader sees it'
const remedy =
  'nothing was written; look at the field of this question with npm run cli -- inspect, and at its box in boxes.json'

const lostBy = (
  entry: Entry,
  { questionnaire }: PreparedForm,
  { placements }: FilledForm,
  missing: Mismatch[],
): PackProblem[] => {
  const at = (question: string | null) => ({ file: entry.file, path: placeIn(entry, question), expected, remedy })
  return [
    ...unplaced(questionnaire, entry.answers, placements).map(({ id }) => ({
      ...at(id),
      found: 'an answer that has no place on the form',
    })),
    ...missing.map(({ question, page, missing: words }) => ({
      ...at(question),
      found: `page ${page} of the filled form, which does not show: ${words}`,
    })),
  ]
}

/**
 * Fills the form of each entry and holds its rendered pages against the answers, before anything is written. Throws Stop with
 * every word and tick that is not on paper. The same answers give the same bytes: what is made again was read here.
 */
export const expectOnPaper = async ({ entries, prepared, form }: Job): Promise<void> => {
  const problems: PackProblem[][] = []
  const left = entries.entries()
  const pictures = startPicturePool()
  const readOn = (step: () => void) => async () => {
    for (const [at, entry] of left) {
      const filled = form(entry)
      const { missing } = await pictures.read(filled)
      problems[at] = lostBy(entry, prepared, filled, missing)
      step()
    }
  }
  await withProgress('Reading back', entries.length, ({ step }) =>
    Promise.all(Array.from({ length: AT_ONCE }, readOn(step))),
  ).finally(() => pictures.close())
  if (problems.flat().length > 0) throw stopWith(problems.flat())
}
