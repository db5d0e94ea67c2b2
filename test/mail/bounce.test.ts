import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBounce } from '../../src/mail/bounce.ts'

const bounce = (name: string) => readFileSync(join(import.meta.dirname, 'bounces', `${name}.eml`))
const inCrlf = (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1')
const verp = 'bounces+00000000000000000000000ab.0123456789abcdef@campaign.example'
const plain = 'bounces@campaign.example'

describe('what came back', () => {
  test.each([
    ['postfix', 'failed', /^550 5\.1\.1 .*User unknown in virtual mailbox table$/, [verp, plain]],
    ['exim', 'failed', /550 5\.7\.1 Unable to relay$/, [plain]],
    ['microsoft365', 'failed', /^550 5\.1\.10 RESOLVER\.ADR\.RecipientNotFound/, [verp]],
    ['gmail', 'failed', /^552-5\.2\.2 The email account .* over quota\./, [verp]],
    ['qmail', 'failed', /550 5\.1\.1 No such mailbox/, [plain]],
    ['postfix-delay', 'delayed', /Connection timed out$/, [plain]],
    ['exim-delay', 'delayed', /delayed 4 hours$/, [plain]],
  ])('from %s: %s', async (name, action, words, recipients) => {
    for (const bytes of [bounce(name), inCrlf(bounce(name))]) {
      const read = await readBounce(bytes)
      expect(read).toEqual({
        action,
        words: expect.stringMatching(words),
        recipients: expect.any(Array),
      })
      expect([...read!.recipients].sort()).toEqual([...recipients].sort())
    }
  })

  test('a report of success is neither', async () => {
    const text = bounce('postfix').toString().replace('Action: failed', 'Action: relayed')
    expect(await readBounce(Buffer.from(text))).toMatchObject({ action: 'other' })
  })

  test('one failed recipient among others is a failure', async () => {
    const more = 'Action: delivered\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; b@body.example\nAction: failed'
    const text = bounce('postfix').toString().replace('Action: failed', more)
    expect(await readBounce(Buffer.from(text))).toMatchObject({ action: 'failed' })
  })
})

describe('no report on a delivery', () => {
  test('an out-of-office note is none, whatever it says', async () =>
    expect(await readBounce(bounce('out-of-office'))).toBeNull())

  test('nor is a letter, an empty file, or noise', async () => {
    const noise = Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7919 + 13 * (at >> 3)) & 255))
    for (const bytes of [Buffer.from('From: ann@example.org\r\nSubject: Hello\r\n\r\nHello'), Buffer.alloc(0), noise]) {
      expect(await readBounce(bytes)).toBeNull()
    }
  })

  test('a report cut at any place is read or none, and never throws', async () => {
    const whole = bounce('gmail')
    for (let length = 0; length < whole.length; length += 13) {
      const read = await readBounce(whole.subarray(0, length))
      expect([undefined, 'failed', 'other']).toContain(read?.action)
    }
  })
})

describe('a bomb', () => {
  const MB = 1024 * 1024
  const head = 'From: MAILER-DAEMON@x.example\r\nTo: bounces@campaign.example\r\n'

  test.each([
    ['nests without end', `${head}${'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'.repeat(20_000)}`],
    [
      'has parts without end',
      `${head}Content-Type: multipart/report; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(60_000)}`,
    ],
    ['is one endless field', `${head}X: ${'x '.repeat(2 * MB)}`],
    ['is fields without end', `${head}${'X: y\r\n'.repeat(500_000)}`],
    ['has recipients without end', `To: ${'a@b.example,'.repeat(200_000)}\r\nX-Failed-Recipients: a\r\n\r\n`],
    ['is blank', '\r\n'.repeat(5 * MB)],
  ])('%s', async (_, text) => {
    const read = await readBounce(Buffer.from(text))
    expect(read === null || read.recipients.length <= 20).toBe(true)
  })

  test('of letters within letters is not unpacked', async () => {
    const letter = 'Content-Type: message/rfc822\r\n\r\n'
    const text = bounce('postfix')
      .toString()
      .replace('Return-Path: <bounces', `${letter.repeat(20_000)}Return-Path: <bounces`)
    expect(await readBounce(Buffer.from(text))).toMatchObject({ action: 'failed' })
  })

  test('more than 10 MB is not read', async () => {
    const report = bounce('postfix').toString()
    const text = `${head}X: ${`${'x'.repeat(70)}\r\n `.repeat(150_000)}\r\n${report}`
    expect(await readBounce(Buffer.from(text))).toBeNull()
  })
})
