import type { Consultation } from '../consultation/consultation.ts'
import type { Response } from '../responses/response.ts'
import { nameIn } from './nameIn.ts'
import { answersAsText } from './sayAnswers.ts'

/**
 * An email that a person sends from their own mailbox: to the body, with a subject and plain words that stand with the form,
 * and by themselves where it is lost: every answer is in them.
 */
export const draftWords = (
  consultation: Consultation,
  { reference, answers }: Pick<Response, 'reference' | 'answers'>,
): { to: string; subject: string; text: string } => {
  const { body, email, questionnaire } = consultation
  const mine = reference ? `, reference ${reference}` : ''
  const answered = answersAsText(questionnaire, answers)
  const text = [
    `To ${body.name}`,
    `Attached is my response to your consultation “${body.document}”${mine}. Please count it, and tell me that you have it.`,
    answered ? 'The same answers, word for word:' : '',
    answered,
    nameIn(consultation, answers) ?? '',
  ]
  return {
    to: email.address,
    subject: `Response to your consultation “${body.document}”${mine}`,
    text: `${text.filter((part) => part !== '').join('\n\n')}\n`,
  }
}
