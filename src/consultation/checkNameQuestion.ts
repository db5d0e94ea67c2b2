import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import type { ConsultationFile } from './consultation.ts'
import type { PackProblem } from './problem.ts'

const at = { file: 'consultation.json', path: 'email.nameQuestion' }

/** The question whose answer stands as the sender's name must be asked, and be answered in one line. */
export const checkNameQuestion = ({ email }: ConsultationFile, questionnaire: Questionnaire): PackProblem[] => {
  if (email.nameQuestion === undefined) return []
  const questions = questionsOf(questionnaire)
  const lines = questions.filter(({ kind }) => kind === 'line').map(({ id }) => id)
  if (lines.includes(email.nameQuestion)) return []
  const kind = questions.find(({ id }) => id === email.nameQuestion)?.kind
  const found = `"${email.nameQuestion}", ${kind ? `a question of kind ${kind}` : 'which is not asked'}`
  const expected = `the id of a question of kind line: ${lines.join(', ') || 'there is none'}`
  const remedy = 'correct the id, or take nameQuestion out: the address then stands alone'
  return [{ ...at, found, expected, remedy }]
}
