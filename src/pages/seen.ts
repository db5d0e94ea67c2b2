import { uint8ArrayToBase64 } from 'uint8array-extras'
import type { Answer, Answers } from '../questionnaire/answers.ts'
import type { Page, Questionnaire } from '../questionnaire/questionnaire.ts'
import { sayAnswer } from '../questionnaire/sayAnswer.ts'
import type { PageRequest } from './request.ts'

const PRINT_BYTES = 9

/** A print of what is saved for a page, 12 letters: it differs when any answer on it does. */
export const seenOf = async ({ questions }: Page, answers: Answers): Promise<string> => {
  const saved = JSON.stringify(questions.map(({ id }) => answers[id] ?? null))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(saved)))
  return uint8ArrayToBase64(digest.slice(0, PRINT_BYTES))
}

/** A print of all answers: one for each page, with dots between them. */
export const seenOfAll = async ({ pages }: Questionnaire, answers: Answers): Promise<string> =>
  (await Promise.all(pages.map((page) => seenOf(page, answers)))).join('.')

/** Saved answers that this browser has not seen and would overwrite with others: another device was quicker. */
export const savedElsewhere = async (
  page: Page,
  { fields }: PageRequest,
  typed: Record<string, Answer | null>,
  saved: Answers,
): Promise<{ text: string; lines: string[] }[]> => {
  const seen = fields.seen?.[0]
  if (seen === undefined || seen === (await seenOf(page, saved))) return []
  return page.questions
    .filter(({ id }) => id in typed && saved[id] !== undefined)
    .filter(({ id }) => JSON.stringify(typed[id]) !== JSON.stringify(saved[id]))
    .map((question) => ({ text: question.text, lines: sayAnswer(question, saved[question.id]) }))
}
