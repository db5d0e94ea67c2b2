import type { Consultation } from '../../consultation/consultation.ts'
import { prepareFor } from '../../consultation/prepareFor.ts'
import type { PackProblem } from '../../consultation/problem.ts'
import type { PreparedForm } from '../../pdf/copies/preparedForm.ts'
import { type CopyName, type FilledForm, fill, type Marks } from '../../pdf/fill.ts'
import { openPack } from '../openPack.ts'
import { stopWith } from '../stop.ts'
import { readAnswersFile } from './answersFile.ts'
import { readTable } from './answersTable.ts'
import type { Entry } from './entry.ts'

/** Where the answers come from: JSON files of one person each, or a table. */
export type Source = { answers: string[] } | { many: string }

/** Whose forms are to be filled, in which consultation; `form` fills one. */
export type Job = {
  consultation: Consultation
  prepared: PreparedForm
  entries: Entry[]
  marks(entry: Entry): Marks
  form(entry: Entry): FilledForm
}

const readSource = async (source: Source, prepared: PreparedForm) => {
  if ('many' in source) return readTable(source.many, prepared)
  const said = await Promise.all(source.answers.map((path) => readAnswersFile(path, prepared)))
  return { entries: said.flatMap(({ entries }) => entries), problems: said.flatMap(({ problems }) => problems) }
}

/**
 * Reads a pack and the answers of everybody. Throws Stop with all that is wrong with them, and with what `check` finds
 * wrong besides, before anything is made.
 */
export const readJob = async (
  { pack, source, copy }: { pack: string; source: Source; copy: CopyName },
  check: (job: Job) => Promise<PackProblem[]> = async () => [],
): Promise<Job> => {
  const consultation = await openPack(pack)
  const prepared = await prepareFor(consultation)
  const { entries, problems } = await readSource(source, prepared)
  const { title, note = null } = consultation.form
  const marks = ({ reference }: Entry): Marks => ({ reference, title, note })
  const job: Job = {
    ...{ consultation, prepared, entries, marks },
    form: (entry) => fill(prepared, entry.answers, marks(entry), copy),
  }
  const wrong = [...problems, ...(await check(job))]
  if (wrong.length > 0) throw stopWith(wrong)
  return job
}
