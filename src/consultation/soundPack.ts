import { boxes } from '../pdf/boxes.ts'
import { checkBoxes } from '../pdf/checkBoxes.ts'
import { answers } from '../questionnaire/answers.ts'
import { questionnaire } from '../questionnaire/questionnaire.ts'
import { checkAnswers } from './checkAnswers.ts'
import { checkConsultation, readClosing } from './checkConsultation.ts'
import { checkQuestionnaire } from './checkQuestionnaire.ts'
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
] as const

const sha256 = async (bytes: Uint8Array): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

const checkForm = async (form: Uint8Array | null, expected: string | undefined): Promise<PackProblem[]> => {
  const at = { file: 'form.pdf', path: '' }
  if (!form) return [{ ...at, found: 'no such file', expected: 'the official form', remedy: 'put the blank PDF here' }]
  const found = await sha256(form)
  if (expected === undefined || found === expected) return []
  const remedy = 'if this is the form you mean, write its hash as form.sha256 in consultation.json'
  return [{ ...at, found: `SHA-256 ${found}`, expected: `SHA-256 ${expected}`, remedy }]
}

/** A pack's files as a sound Consultation. Throws UnsoundPack with every problem at once, never only the first. */
export const soundPack = async (files: PackFiles): Promise<Consultation> => {
  const said = readJson('consultation.json', files['consultation.json'], consultationFile)
  const asked = readJson('questionnaire.json', files['questionnaire.json'], questionnaire)
  const placed = readJson('boxes.json', files['boxes.json'], boxes)
  const sample = readJson('sample-answers.json', files['sample-answers.json'], answers)
  const form = files['form.pdf']

  const problems: PackProblem[] = [said, asked, placed, sample].flatMap((reading) => reading.problems)
  problems.push(...(await checkForm(form, said.value?.form.sha256)))
  if (asked.value) problems.push(...checkQuestionnaire(asked.value))
  if (asked.value && sample.value) {
    problems.push(...checkAnswers('sample-answers.json', sample.value, asked.value))
  }
  if (asked.value && placed.value && form) {
    problems.push(...(await checkBoxes(form, placed.value, asked.value)))
  }
  const closing = said.value && readClosing(said.value)
  if (said.value && closing) {
    problems.push(...('problem' in closing ? [closing.problem] : checkConsultation(said.value, closing.ms)))
  }
  if (problems.length > 0 || !said.value || !asked.value || !placed.value || !form) throw new UnsoundPack(problems)
  const closesAtMs = closing && 'ms' in closing ? closing.ms : Number.NaN
  return { ...said.value, questionnaire: asked.value, boxes: placed.value, official: form, closesAtMs }
}
