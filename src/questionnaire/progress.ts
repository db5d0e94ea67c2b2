import type { Answers } from './answers.ts'
import type { Page, Question } from './questionnaire.ts'

export type Progress = 'not started' | 'started' | 'done'

const isMissed = (question: Question, answers: Answers): boolean =>
  answers[question.id] === undefined &&
  Object.entries(question.onlyIf ?? {}).every(([id, answer]) => answers[id] === answer)

/** How far a page is, computed from the answers: nothing said, something said, or nothing missed. */
export const progressOf = ({ questions }: Page, answers: Answers): Progress => {
  if (questions.every((question) => answers[question.id] === undefined)) return 'not started'
  return questions.some((question) => isMissed(question, answers)) ? 'started' : 'done'
}
