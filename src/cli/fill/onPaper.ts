import type { PackProblem } from '../../consultation/problem.ts'
import type { FilledForm } from '../../pdf/fill.ts'
import { unplaced } from '../../pdf/placing/unplaced.ts'
import type { Mismatch } from '../../pdf/seeing/readBack.ts'
import { startPicturePool } from '../../workers/picturePool.ts'
import { inTurns } from '../inTurns.ts'
import { lostWords } from '../lostWords.ts'
import { withProgress } from '../progress.ts'
import { stopWith } from '../stop.ts'
import { type Entry, placeIn } from './entry.ts'
import type { Job } from './job.ts'

// Two threads read; two forms more lie ready for them.
const AT_ONCE = 4

const LOOK = 'look at the field of this question with npm run cli -- inspect, and at its box in boxes.json'

const NO_PLACE = {
  found: 'an answer that has no place on the form',
  expected: 'a box for every answer',
  remedy: `nothing was written; ${LOOK}`,
}

/** What is wrong with a filled form: answers without a place, and what another reader does not see of the others. */
export const lostBy = (entry: Entry, job: Job, { placements }: FilledForm, missing: Mismatch[]): PackProblem[] => {
  const at = (question: string | null) => ({ file: entry.file, path: placeIn(entry, question) })
  return [
    ...unplaced(job.prepared.questionnaire, entry.answers, placements).map(({ id }) => ({ ...at(id), ...NO_PLACE })),
    ...missing.map((lost) => lostWords(at(lost.question), lost, LOOK)),
  ]
}

/**
 * Fills the form of each entry and holds its rendered pages against the answers, before anything is written. Throws Stop with
 * every word and tick that is not on paper. The same answers give the same bytes: what is made again was read here.
 */
export const expectOnPaper = async (job: Job): Promise<void> => {
  const pictures = startPicturePool()
  const problems = await withProgress('Reading back', job.entries.length, ({ step }) =>
    inTurns(job.entries, AT_ONCE, async (entry) => {
      const filled = job.form(entry)
      const { missing } = await pictures.read(filled)
      step()
      return lostBy(entry, job, filled, missing)
    }),
  ).finally(() => pictures.close())
  if (problems.flat().length > 0) throw stopWith(problems.flat())
}
