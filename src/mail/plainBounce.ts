import type { Email } from 'postal-mime'
import type { Report } from './deliveryStatus.ts'

const LARGEST = 50_000
const qmail = /^Hi\. This is the qmail-send program at /
const delayed = /\bdelayed\b|not yet been delivered|will continue to be made/i
// What a server's own no looks like within a sentence.
const answer = /^.*\b5\d\d[ -](?:#?5\.\d+\.\d+ )?\S.*$/m

/**
 * A bounce in plain words, as older Exim and qmail send them: told by the field X-Failed-Recipients, or by qmail's first
 * words. Null for any other message.
 */
export const plainBounceIn = ({ headers, subject = '', text = '' }: Email): Report | null => {
  const body = text.slice(0, LARGEST).trimStart()
  const failed = headers.some(({ key }) => key === 'x-failed-recipients') || qmail.test(body)
  const from = headers.find(({ key }) => key === 'from')?.value ?? ''
  const isDelay = !failed && /mailer-daemon/i.test(from) && delayed.test(`${subject}\n${body}`)
  if (!failed && !isDelay) return null
  return { action: isDelay ? 'delayed' : 'failed', words: answer.exec(body)?.[0] ?? subject }
}
