import type { Transaction } from 'kysely'
import type { Answer, Answers } from '../questionnaire/answers.ts'
import { answerPlace } from './places.ts'
import type { Sealer } from './seal.ts'
import type { Tables } from './tables.ts'

/** The answers of a response within a transaction, opened, in the order of their questions' ids. */
export const answersOf = async (
  within: Transaction<Tables>,
  { openText }: Sealer,
  responseId: string,
): Promise<Answers> => {
  const rows = await within
    .selectFrom('answers')
    .select(['question', 'value'])
    .where('responseId', '=', responseId)
    .orderBy('question')
    .execute()
  const open = ({ question, value }: (typeof rows)[number]) =>
    JSON.parse(openText(value, answerPlace(responseId, question))) as Answer
  return Object.fromEntries(rows.map((row) => [row.question, open(row)]))
}

const saveAnswer = async (
  within: Transaction<Tables>,
  { seal }: Sealer,
  responseId: string,
  question: string,
  answer: Answer | null,
) => {
  if (answer === null) {
    await within.deleteFrom('answers').where('responseId', '=', responseId).where('question', '=', question).execute()
    return
  }
  const value = seal(JSON.stringify(answer), answerPlace(responseId, question))
  await within
    .insertInto('answers')
    .values({ responseId, question, value })
    .onConflict((conflict) => conflict.columns(['responseId', 'question']).doUpdateSet({ value }))
    .execute()
}

/** Seals answers over the earlier ones of a response within a transaction; null makes one blank. */
export const saveAnswers = async (
  within: Transaction<Tables>,
  sealer: Sealer,
  responseId: string,
  answers: Record<string, Answer | null>,
): Promise<void> => {
  for (const [question, answer] of Object.entries(answers)) {
    await saveAnswer(within, sealer, responseId, question, answer)
  }
}
