import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { bounceAddressFor } from '../../src/mail/verp.ts'
import { serverKeyIn } from '../../src/storage/keyFiles.ts'
import { cliWith } from './command.ts'
import { canaries, type LivePost, withLivePost } from './livePost.ts'

/** A report as Postfix writes it (RFC 3464): the letter with this Message-ID could not be delivered. */
const report = (to: string, messageId: string, action = 'failed') =>
  [
    ...[
      'From: MAILER-DAEMON@mx.example',
      `To: ${to}`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
    ],
    ...[
      'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
      '',
      '--B',
      'Content-Type: text/plain',
      '',
    ],
    ...['I am sorry.', '--B', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', ''],
    ...[`Final-Recipient: rfc822; ${canaries[2]}`, `Action: ${action}`, 'Status: 5.2.2'],
    ...['Diagnostic-Code: smtp; 552 5.2.2 Mailbox full', '', '--B', 'Content-Type: text/rfc822-headers', ''],
    ...[`Message-ID: ${messageId}`, 'Subject: x', '', '--B--', ''],
  ].join('\r\n')

const withAccepted = (use: (live: LivePost & { id: string; address: string; messageId: string }) => Promise<void>) =>
  withLivePost(async (live) => {
    await live.send('one')
    const id = await live.accept()
    const { messageId } = (await live.store.delivery(id))!
    await use({
      ...live,
      id,
      messageId,
      address: bounceAddressFor('bounces@campaign.example', id, serverKeyIn(live.env.DATA_FOLDER!)),
    })
  })

const bounce = ({ env, folder }: LivePost, input: string | Uint8Array, ...words: string[]) =>
  cliWith({ env, input }, folder, 'bounce', ...words)

test('a report to the letter’s own address marks it as sent back, once, and its person is told', () =>
  withAccepted(async (live) => {
    const message = report(live.address, '<unknown@elsewhere.example>')
    const first = await bounce(live, message)
    expect(first).toEqual({ code: 0, out: expect.stringContaining('came back: noted'), err: '' })
    for (const canary of canaries) expect(first.out).not.toContain(canary)
    expect(await live.store.delivery(live.id)).toMatchObject({ bouncedWords: '552 5.2.2 Mailbox full' })
    const [letter] = await live.store.newest(1)
    expect(letter).toMatchObject({ letter: 'bounced' })
    expect((await live.store.contents(letter!.id))!.letter.to).toBe(canaries[2])
    expect(await bounce(live, message)).toMatchObject({ code: 0, out: expect.stringContaining('nothing new') })
    expect(await live.store.newest(1)).toEqual([letter])
  }))

test('the address may come as a word, as a mail server’s pipe knows it', () =>
  withAccepted(async (live) => {
    await bounce(live, report('somebody@elsewhere.example', '<x@y.example>'), live.address)
    expect((await live.store.delivery(live.id))!.bouncedAt).not.toBeNull()
  }))

test('a Message-ID can be guessed, and a report by it alone does nothing', () =>
  withAccepted(async (live) => {
    const forged = live.address.replace(/\.[0-9a-f]{16}@/, '.0123456789abcdef@')
    for (const to of ['bounces@campaign.example', forged]) {
      expect(await bounce(live, report(to, live.messageId))).toMatchObject({
        code: 0,
        out: expect.stringContaining('no letter of ours'),
      })
    }
    expect((await live.store.delivery(live.id))!.bouncedAt).toBeNull()
  }))

test('where no letter has an address of its own, nothing is believed: the setting is asked for', () =>
  withAccepted(async (live) => {
    const env = { ...live.env, BOUNCE_ADDRESS: '' }
    const forged = [
      report('respond@campaign.example', live.messageId),
      ['From: MAILER-DAEMON@x.example', 'To: respond@campaign.example', 'X-Failed-Recipients: x@y.example', '']
        .concat(`Message-ID: ${live.messageId}`, '550 5.1.1 Words of a forger', '')
        .join('\r\n'),
    ]
    for (const message of forged) {
      expect(await bounce({ ...live, env }, message)).toMatchObject({
        ...{ code: 75, out: '', err: expect.stringContaining('BOUNCE_ADDRESS is not set') },
      })
    }
    expect((await live.store.delivery(live.id))!.bouncedAt).toBeNull()
  }))

test.each([
  ['a delay', (live: { address: string }) => report(live.address, '<x@y.example>', 'delayed'), /nothing is lost yet/],
  ['a person’s answer', () => 'From: ann@mail.example\r\nSubject: Re: Thanks\r\n\r\nThank you!\r\n', /no report/],
  ['nothing at all', () => '', /no report/],
  ['12 MB of noise', () => new Uint8Array(12 * 1024 * 1024).fill(120), /no report/],
])('%s is taken with a line, and changes nothing', (_name, message, line) =>
  withAccepted(async (live) => {
    const { code, out, err } = await bounce(live, message(live))
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(line)
    expect((await live.store.delivery(live.id))!.bouncedAt).toBeNull()
  }),
)

test('while the database is busy, or the settings are wrong, the mail server is to try again', () =>
  withAccepted(async (live) => {
    const message = report(live.address, '<x@y.example>')
    const other = new DatabaseSync(join(live.env.DATA_FOLDER!, 'responses.sqlite'))
    other.exec('begin immediate')
    expect(await bounce(live, message)).toMatchObject({ code: 75, out: '' })
    other.exec('rollback')
    other.close()
    const lost = { ...live, env: { ...live.env, DATA_FOLDER: live.folder } }
    expect(await bounce(lost, message)).toMatchObject({ code: 75, err: expect.stringContaining('try again later') })
    expect((await live.store.delivery(live.id))!.bouncedAt).toBeNull()
    expect((await bounce(live, message)).code).toBe(0)
    expect((await live.store.delivery(live.id))!.bouncedAt).not.toBeNull()
  }))
