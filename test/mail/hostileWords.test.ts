import { messageWriter } from '../../src/mail/writeMessage.ts'
import { fieldsOf, LETTER, read } from './letters.ts'

const write = messageWriter(null)

const fragments = [
  '\r\nBcc: spy@evil.example',
  '\nBcc: spy@evil.example\n\nHello',
  '\r',
  '\u0000',
  '\u2028Bcc: spy@evil.example',
  '\u0085',
  'spy@evil.example, ',
  '; ',
  'all: spy@evil.example;',
  '<spy@evil.example>',
  '"',
  '\\',
  '(comment)',
  '=?UTF-8?Q?=0D=0ABcc:_spy@evil.example?=',
  '=?utf-8?B?PHNweUBldmlsLmV4YW1wbGU+?=',
  '\u202egnp.exe',
  '\ud800',
  'Ω≈ç√∫˜µ≤≥÷',
  '👩‍👧 漢字',
  '../../etc/passwd\u0000.pdf',
  '{{7*7}} %0d%0a #{env}',
  'x'.repeat(2_000),
]
const pairs = fragments.flatMap((one) => fragments.map((other) => `A${one}${other}Z`))

describe('whatever stands in a name, a subject or a file name', () => {
  test('484 hostile pairs reach one recipient and add no field', async () => {
    const fields = await fieldsOf(await write(LETTER))
    for (const words of pairs) {
      const { from, replyTo, to, attachments } = LETTER
      const message = await write({
        ...LETTER,
        from: { ...from, name: words },
        replyTo: { ...replyTo!, name: words },
        to: { ...to, name: words },
        subject: words,
        attachments: [{ ...attachments[0]!, name: words }],
      })
      const seen = await read(message)
      expect(await fieldsOf(message)).toEqual(fields)
      expect([seen.from, ...seen.replyTo!, ...seen.to!].map((one) => one?.address)).toEqual([
        from.address,
        replyTo!.address,
        to.address,
      ])
      expect(seen.from?.name).not.toMatch(/[<>@"\p{Cc}\u2028\u202e]/u)
      expect(seen.attachments.map(({ filename }) => filename)).toEqual([expect.not.stringMatching(/[/\\\p{Cc}]/u)])
      expect(seen.subject).not.toMatch(/\p{Cc}/u)
    }
  })

  test('harmless words stay as they are', async () => {
    const name = "Siân O'Brien-Żółć, née “Smith” (she/her)"
    const { from, subject } = await read(await write({ ...LETTER, from: { ...LETTER.from, name }, subject: name }))
    expect([from?.name, subject]).toEqual([name, name])
  })

  test('controls and half characters in a body vanish, its lines stay', async () => {
    const { text } = await read(await write({ ...LETTER, text: 'one\u0000\n\ttwo\u0007 \ud800\n.\n..three' }))
    expect(text).toBe('one\n\ttwo \ufffd\n.\n..three\n')
  })
})
