import { boxes } from '../pdf/boxes/boxes.ts'
import { checkBoxes } from '../pdf/boxes/checkBoxes.ts'
import { answers } from '../questionnaire/answers.ts'
import { questionnaire } from '../questionnaire/questionnaire.ts'
import { checkAnswers } from './checkAnswers.ts'
import { checkConsultation } from './checkConsultation.ts'
import { checkForm } from './checkFiles.ts'
import { checkLetters } from './checkLetters.ts'
import { checkNameQuestion } from './checkNameQuestion.ts'
import { checkProvenance } from './checkProvenance.ts'
import { checkQuestionnaire } from './checkQuestionnaire.ts'
import { checkQuick } from './checkQuick.ts'
import { type Consultation, consultationFile } from './consultation.ts'
import { type PackProblem, UnsoundPack } from './problem.ts'
import { readJson } from './readJson.ts'

/** The files of a pack by name, null where one is missing. */
export type PackFiles = Record<(typeof PACK_FILES)[number], Uint8Array | null>

/** The names of a pack's files, in the order in which problems are listed. */
export const PACK_FILES = [
  'consultation.json',
  'questionnaire.json',
  'boxes.json',
  'sample-answers.json',
  'form.pdf',
  'PROVENANCE.md',
] as const

const read = (files: PackFiles) => ({
  said: readJson('consultation.json', files['consultation.json'], consultationFile),
  asked: readJson('questionnaire.json', files['questionnaire.json'], questionnaire),
  placed: readJson('boxes.json', files['boxes.json'], boxes),
  sample: readJson('sample-answers.json', files['sample-answers.json'], answers),
})

/** A pack's files as a sound Consultation. Throws UnsoundPack with every problem at once, never only the first. */
export const soundPack = async (files: PackFiles): Promise<Consultation> => {
  const { said, asked, placed, sample } = read(files)
  const form = files['form.pdf']
  const problems: PackProblem[] = [said, asked, placed, sample].flatMap((reading) => reading.problems)
  problems.push(...(await checkForm(form, said.value?.form.sha256)))
  problems.push(...checkProvenance(files['PROVENANCE.md'], said.value?.email.address ?? null))
  if (asked.value) {
    if (said.value) problems.push(...checkNameQuestion(said.value, asked.value), ...checkQuick(said.value, asked.value))
    problems.push(...checkQuestionnaire(asked.value))
    if (sample.value) problems.push(...checkAnswers('sample-answers.json', sample.value, asked.value))
    problems.push(...(await checkLetters({ said: said.value, asked: asked.value, sample: sample.value })))
    if (placed.value && form) problems.push(...(await checkBoxes(form, placed.value, asked.value)))
  }
  const { closesAtMs, problems: wrong } = said.value
    ? checkConsultation(said.value)
    : { closesAtMs: null, problems: [] }
  problems.push(...wrong)
  const whole = said.value && asked.value && placed.value && form && closesAtMs !== null
  if (problems.length > 0 || !whole) throw new UnsoundPack(problems)
  return { ...said.value, questionnaire: asked.value, boxes: placed.value, official: form, closesAtMs }
}
