import type { Consultation } from '../consultation/consultation.ts'
import { inGroups } from '../responses/alphabet.ts'
import type { Response } from '../responses/response.ts'

/** An email that a person sends from their own mailbox: to the body, with a subject and plain words that stand with the form. */
export const draftWords = (
  { body, email }: Consultation,
  { reference, answers }: Pick<Response, 'reference' | 'answers'>,
): { to: string; subject: string; text: string } => {
  const name = email.nameQuestion ? String(answers[email.nameQuestion] ?? '').trim() : ''
  const mine = reference ? `, reference ${inGroups(reference)}` : ''
  const text = [
    `To ${body.name}`,
    `Attached is my response to your consultation “${body.document}”${mine}. Please count it, and tell me that you have it.`,
    name,
  ]
  return {
    to: email.address,
    subject: `Response to your consultation “${body.document}”${mine}`,
    text: `${text.filter((part) => part !== '').join('\n\n')}\n`,
  }
}
