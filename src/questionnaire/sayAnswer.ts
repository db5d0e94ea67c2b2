import type { Answer } from './answers.ts'
import type { Question } from './questionnaire.ts'

/** An answer in words, a string a line: the labels of what was chosen, or the text itself. Empty for a blank. */
export const sayAnswer = (question: Question, answer: Answer | null | undefined): string[] => {
  if (answer === undefined || answer === null) return []
  if ('options' in question) {
    const chosen = [answer].flat()
    return question.options.filter((option) => chosen.includes(option.id)).map((option) => option.label)
  }
  return String(answer).split('\n')
}
