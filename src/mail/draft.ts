import { CannotBeMade } from '../delivery/cannotBeMade.ts'
import type { Attachment } from '../delivery/letter.ts'
import { mailboxIn } from '../delivery/mailbox.ts'
import { bodyText, composer, fileName, subjectLine } from './writeMessage.ts'

/** What stands in an email that its person is to send. */
export type Draft = { to: string; subject: string; text: string; attachment: Attachment }

// X-Unsent opens Outlook and Thunderbird on a message to be written, not one that came; the other does so for Apple Mail.
const unsent = { 'X-Unsent': '1', 'X-Uniform-Type-Identifier': 'com.apple.mail-draft' }

// Whoever sends it gives these; left in, a mail program takes the draft for somebody else's.
const givenBySender = /^(?:from|sender|date|message-id):.*\r\n(?:[ \t].*\r\n)*/gim

/** An email as the bytes of an .eml file that a mail program opens unsent, from nobody yet. Throws CannotBeMade. */
export const writeDraft = async ({ to, subject, text, attachment }: Draft): Promise<Uint8Array> => {
  if (mailboxIn(to) !== to) throw new CannotBeMade('its address is not one plain mailbox')
  const { message } = await composer().sendMail({
    to,
    subject: subjectLine(subject),
    text: bodyText(text),
    attachments: [
      { filename: fileName(attachment.name), contentType: attachment.type, content: Buffer.from(attachment.bytes) },
    ],
    headers: unsent,
  })
  const bytes = message as Buffer
  const body = bytes.indexOf('\r\n\r\n') + 2
  const headers = bytes.subarray(0, body).toString('latin1').replace(givenBySender, '')
  return Buffer.concat([Buffer.from(headers, 'latin1'), bytes.subarray(body)])
}
