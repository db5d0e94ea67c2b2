import type { Consultation } from '../consultation/consultation.ts'
import type { Answers } from '../questionnaire/answers.ts'

/** A person's name as they typed it where the pack asks for it; null where it does not, or they left it blank. */
export const nameIn = ({ email: { nameQuestion } }: Pick<Consultation, 'email'>, answers: Answers): string | null => {
  const name = nameQuestion === undefined ? '' : [answers[nameQuestion] ?? ''].flat().join(' ').trim()
  return name === '' ? null : name
}
