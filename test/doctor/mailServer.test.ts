import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { sendTestLetter } from '../../src/doctor/letter.ts'
import { checkMailServer } from '../../src/doctor/mailServer.ts'
import { smtpCarrier } from '../../src/mail/smtpCarrier.ts'
import { messageWriter } from '../../src/mail/writeMessage.ts'
import { type SinkOptions, withSink } from '../peers/hostileSink.ts'

const NOW = Date.UTC(2026, 5, 1)
const at = (port: number, known: boolean, atOnce = false) => ({ host: '127.0.0.1', port, atOnce, known, here: false })

/** While the sink's certificate, which smtp-server brings, is young enough. */
const WHILE_GOOD = Date.UTC(2024, 5, 1)

const look = (options: SinkOptions, known: boolean) =>
  withSink(async (sink) => {
    const findings = await checkMailServer(at(sink.port, known, options.tls === 'at-once'), () => WHILE_GOOD)
    expect(sink.received).toEqual([])
    return findings
  }, options)

test.each(['starttls', 'at-once'] as const)('TLS (%s) is seen, and a certificate that is nobody’s', async (tls) => {
  expect(await look({ tls }, true)).toMatchObject([
    { level: 'wrong', words: expect.stringContaining('does not hold') },
    {},
  ])
  expect(await look({ tls }, false)).toMatchObject([{ level: 'fine', words: expect.stringContaining('encrypted') }, {}])
})

test('a relay that speaks in the clear lays passwords open; the body’s own server does as it likes', async () => {
  expect((await look({}, true))[0]!.level).toBe('wrong')
  expect((await look({}, false))[0]!.level).toBe('doubtful')
})

test.each(['refuse-connection', 'drop-at-connect', 'stall-at-connect', 'tls-fails', '421-at-connect'] as const)(
  'a server that does this: %s, is doubtful and holds nobody up',
  async (mode) => {
    expect((await look({ mode }, true))[0]!.level).not.toBe('fine')
  },
)

const withGreeting = async (greeting: string, use: (port: number) => Promise<void>) => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    socket.write(greeting)
    socket.on('data', () => socket.write('250-mx.example\r\n250 SIZE 1000\r\n'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await use((server.address() as AddressInfo).port).finally(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
}

test('a greeting that shows the time is compared with our clock', () =>
  withGreeting(`220-mx.example ESMTP\r\n220 Mon, 01 Jun 2026 01:00:00 +0100\r\n`, async (port) => {
    const clockOf = async (now: number) => (await checkMailServer(at(port, false), () => now))[1]!.level
    expect(await clockOf(NOW)).toBe('fine')
    expect(await clockOf(NOW - 3_600_000)).toBe('wrong')
  }))

const letterTo = (port: number, auth = '') => ({
  ...{ to: 'ann@campaign.example', from: { name: 'Save It', address: 'respond@campaign.example' } },
  ...{ envelopeFrom: 'bounces@campaign.example', messageId: '<test@campaign.example>', write: messageWriter(null) },
  carrier: smtpCarrier({ url: `smtp://${auth}127.0.0.1:${port}`, perSecond: 5 }),
})

test.each([
  ['accept', 'fine'],
  ['5xx-at-rcpt', 'wrong'],
  ['4xx-at-rcpt', 'doubtful'],
  ['drop-after-dot-kept', 'doubtful'],
] as const)('a test letter to a server that does this: %s, is %s', (mode, level) =>
  withSink(
    async (sink) => {
      const test = letterTo(sink.port)
      const finding = await sendTestLetter(test, NOW)
      await test.carrier.close()
      expect(finding.level).toBe(level)
      if (mode === 'accept')
        expect(sink.received.map(({ envelope }) => envelope.to)).toEqual([['ann@campaign.example']])
    },
    { mode },
  ),
)
