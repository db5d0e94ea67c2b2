import { CannotBeMade } from '../../src/delivery/cannotBeMade.ts'
import { messageWriter } from '../../src/mail/writeMessage.ts'
import { fieldsOf, LETTER, read } from './letters.ts'

const write = messageWriter(null)
const lines = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').split('\r\n')

describe('a letter as a message', () => {
  test('has text, HTML and the attachment, whole', async () => {
    const { text, html, attachments } = await read(await write(LETTER))
    expect(text).toBe(`${LETTER.text}\n`)
    expect(html?.trim()).toBe(LETTER.html)
    expect(attachments).toMatchObject([
      { filename: 'response.pdf', mimeType: 'application/pdf', disposition: 'attachment' },
    ])
    expect(Buffer.from(attachments[0]!.content as ArrayBuffer).equals(LETTER.attachments[0]!.bytes)).toBe(true)
  })

  test('says from whom, to whom, when and about what', async () => {
    const { from, to, replyTo, subject, messageId, date } = await read(await write(LETTER))
    expect({ from, to, replyTo, subject, messageId, date }).toEqual({
      from: LETTER.from,
      to: [LETTER.to],
      replyTo: [LETTER.replyTo],
      subject: LETTER.subject,
      messageId: LETTER.messageId,
      date: '2017-10-06T15:59:58.000Z',
    })
  })

  test('is lines of ASCII that end in CRLF, none too long for SMTP', async () => {
    const bytes = await write({ ...LETTER, subject: `Zoë ${'x'.repeat(290)}`, html: `<p>${'漢'.repeat(3_000)}</p>` })
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/^(?:[\t\x20-\x7e]{0,998}\r\n)+$/)
  })

  test('carries nothing that a letter by hand has not', async () => {
    const plain = ['from', 'to', 'reply-to', 'subject', 'message-id', 'date', 'mime-version', 'content-type']
    expect(await fieldsOf(await write(LETTER))).toEqual(plain)
  })

  test('one that no machine should answer says so, but not that no bounce is wanted', async () => {
    const written = lines(await write({ ...LETTER, automatic: true }))
    expect(written).toEqual(
      expect.arrayContaining(['Auto-Submitted: auto-generated', 'X-Auto-Response-Suppress: OOF, AutoReply']),
    )
  })

  test('a later version names the one that it replaces', async () => {
    const written = lines(
      await write({ ...LETTER, messageId: 'K7MQ2FTD.v2@campaign.example', replaces: LETTER.messageId }),
    )
    expect(written).toEqual(
      expect.arrayContaining([
        `Supersedes: ${LETTER.messageId}`,
        `References: ${LETTER.messageId}`,
        'Message-ID: <K7MQ2FTD.v2@campaign.example>',
      ]),
    )
  })
})

describe('a letter that no message can be made of', () => {
  const bad = [
    'ann@example.org,ben@example.org',
    'all: ann@example.org;',
    'Ann <ann@example.org>',
    'ann@example.org\r\nBcc: b@c.example',
    '',
  ]

  test.each(['to', 'from', 'replyTo'] as const)('%s is not one plain mailbox', async (field) => {
    for (const address of bad) {
      await expect(write({ ...LETTER, [field]: { name: '', address } })).rejects.toBeInstanceOf(CannotBeMade)
    }
  })

  test.each(['no-at', 'a@b>\r\nBcc: x@y.example', '<a@b> <c@d>', ''])('Message-ID %j', async (messageId) => {
    await expect(write({ ...LETTER, messageId })).rejects.toBeInstanceOf(CannotBeMade)
    await expect(write({ ...LETTER, replaces: messageId })).rejects.toBeInstanceOf(CannotBeMade)
  })
})
