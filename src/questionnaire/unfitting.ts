import type { Answers } from './answers.ts'
import { type Question, type Questionnaire, questionsOf } from './questionnaire.ts'
import { readAnswer } from './readAnswer.ts'
import { sayAnswer } from './sayAnswer.ts'

/** An answer that no question takes as it is, word for word; `question` is null where it is not asked at all. */
export type Unfitting = { id: string; question: Question | null; lines: string[] }

// What was chosen and is not offered has no label: the name that it had is all there is of it.
const wordsOf = (question: Question | null, said: string[]): string[] => {
  if (question === null || !('options' in question)) return said.flatMap((text) => text.split('\n'))
  return said.flatMap((id) => (question.options.some((option) => option.id === id) ? sayAnswer(question, id) : [id]))
}

/** Answers to what is not asked, or not in that way: a form has no place for them as they are. A blank is none. */
export const unfittingIn = (questionnaire: Questionnaire, answers: Answers): Unfitting[] => {
  const questions = new Map(questionsOf(questionnaire).map((question) => [question.id, question]))
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = questions.get(id) ?? null
    const said = [answer].flat()
    const fits = question !== null && 'answer' in readAnswer(question, said)
    const isBlank = said.every((text) => text.trim() === '')
    return fits || isBlank ? [] : [{ id, question, lines: wordsOf(question, said) }]
  })
}
