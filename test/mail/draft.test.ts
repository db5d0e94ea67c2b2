import { CannotBeMade } from '../../src/delivery/cannotBeMade.ts'
import { writeDraft } from '../../src/mail/draft.ts'
import { fieldsOf, LETTER, read } from './letters.ts'

const DRAFT = {
  to: 'consultation@body.example',
  subject: 'Response: “Public access”',
  text: 'Dear Sir or Madam,\n\nFrom: me\nDate: today\n\nplease find it attached.',
  attachment: LETTER.attachments[0]!,
}

describe('an unsent email as a file', () => {
  test('is to the body, about it, with the words and the form', async () => {
    const { to, subject, text, attachments } = await read(await writeDraft(DRAFT))
    expect({ to, subject, text }).toEqual({
      to: [{ name: '', address: DRAFT.to }],
      subject: DRAFT.subject,
      text: `${DRAFT.text}\n`,
    })
    expect(Buffer.from(attachments[0]!.content as ArrayBuffer).equals(DRAFT.attachment.bytes)).toBe(true)
  })

  test('opens to be sent, and leaves who and when to its sender', async () => {
    const fields = ['x-unsent', 'x-uniform-type-identifier', 'to', 'subject', 'mime-version', 'content-type']
    expect(await fieldsOf(await writeDraft(DRAFT))).toEqual(fields)
    expect((await read(await writeDraft(DRAFT))).headers[0]).toMatchObject({ key: 'x-unsent', value: '1' })
  })

  test('a subject cannot add a field, nor an address a recipient', async () => {
    const fields = await fieldsOf(await writeDraft(DRAFT))
    expect(await fieldsOf(await writeDraft({ ...DRAFT, subject: 'Hello\r\nBcc: spy@evil.example' }))).toEqual(fields)
    await expect(writeDraft({ ...DRAFT, to: 'a@body.example, b@body.example' })).rejects.toBeInstanceOf(CannotBeMade)
  })
})
