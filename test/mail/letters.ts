import PostalMime from 'postal-mime'
import type { Letter } from '../../src/delivery/letter.ts'

/** A letter to the body, all of it sound. */
export const LETTER: Letter = {
  messageId: '<K7MQ2FTD.v1@campaign.example>',
  from: { name: 'Ann Brown via Save Dagenham Police Station', address: 'respond@campaign.example' },
  replyTo: { name: 'Ann Brown', address: 'ann@example.org' },
  to: { name: '', address: 'consultation@body.example' },
  subject: 'Response to Public Access and Engagement, K7MQ-2FTD',
  text: 'Dear Sir or Madam,\n\nmy response is attached.\n.\nYours, Zoë',
  html: '<p>My response is attached.</p>',
  attachments: [
    { name: 'response.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 \r\n.\r\n\0\xff', 'latin1') },
  ],
  date: Date.UTC(2017, 9, 6, 15, 59, 58),
  automatic: false,
  replaces: null,
}

/** A message as a mail program reads it. */
export const read = (message: Uint8Array) => PostalMime.parse(message)

/** The names of a message's header fields, in order. */
export const fieldsOf = async (message: Uint8Array) => (await read(message)).headers.map(({ key }) => key)
