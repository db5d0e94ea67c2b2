import { readFile, writeFile } from 'node:fs/promises'
import { checkAnswers } from '../consultation/checkAnswers.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { prepareFor } from '../consultation/prepareFor.ts'
import { listProblems } from '../consultation/problem.ts'
import { readJson } from '../consultation/readJson.ts'
import { readPack } from '../consultation/readPack.ts'
import { fill } from '../pdf/fill.ts'
import { type Answers, answers } from '../questionnaire/answers.ts'
import { typedPath } from './paths.ts'
import { fileProblem, Stop } from './stop.ts'

export type FillOptions = { pack: string; answers: string; out: string }

const readAnswers = async (path: string, { questionnaire }: Consultation): Promise<Answers> => {
  const bytes = await readFile(typedPath(path)).catch((error: unknown) => Promise.reject(fileProblem(error, path)))
  const read = readJson(path, bytes, answers)
  const problems = read.value ? checkAnswers(path, read.value, questionnaire) : read.problems
  if (!read.value || problems.length > 0) throw new Stop(1, listProblems(problems))
  return read.value
}

/** Fills a pack's form with the answers in a file and writes it. The same answers give the same bytes. */
export const fillCommand = async (options: FillOptions): Promise<void> => {
  const consultation = await readPack(typedPath(options.pack))
  const said = await readAnswers(options.answers, consultation)
  const { title, note } = consultation.form
  const marks = { reference: null, title, note: note ?? null }
  const { bytes } = await fill(await prepareFor(consultation), said, marks)
  await writeFile(typedPath(options.out), bytes).catch((error: unknown) =>
    Promise.reject(fileProblem(error, options.out)),
  )
}
