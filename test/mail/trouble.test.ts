import { withSink } from '../peers/hostileSink.ts'
import { ENVELOPE, MESSAGE, told, withCarrier } from './tries.ts'

const auth = { user: 'campaign', pass: 'pa:ss@wörd/1' }

describe('what is wrong with a relay', () => {
  test('nothing, with the right name and password', () =>
    withSink((sink) => withCarrier(sink, async ({ trouble }) => expect(await trouble()).toBeNull()), { auth }))

  test('nothing, with a password that holds a bare per cent sign', () =>
    withSink(
      ({ port }) =>
        withCarrier({ url: `smtp://campaign:100%sure@127.0.0.1:${port}` }, async ({ trouble }) =>
          expect(await trouble()).toBeNull(),
        ),
      { auth: { user: 'campaign', pass: '100%sure' } },
    ))

  test('a wrong password is said with its setting and without itself, and refuses no letter', () =>
    withSink(
      ({ port }) =>
        withCarrier({ url: `smtp://campaign:wrong-secret@127.0.0.1:${port}` }, async ({ trouble, carry }) => {
          expect(await trouble()).toBe(
            `The name or the password in SMTP_URL is not accepted by the mail server in SMTP_URL (127.0.0.1, port ${port}).`,
          )
          const verdict = await carry(ENVELOPE, MESSAGE, told().phases)
          expect(verdict).toEqual({ tryAgain: 'our mail server does not let us in' })
        }),
      { auth },
    ))

  test('no password where one is asked for refuses no letter', () =>
    withSink(
      ({ port }) =>
        withCarrier({ url: `smtp://127.0.0.1:${port}` }, async ({ carry }) =>
          expect(await carry(ENVELOPE, MESSAGE, told().phases)).toHaveProperty('tryAgain'),
        ),
      { auth },
    ))

  test('nobody listens', () =>
    withSink(
      (sink) =>
        withCarrier(sink, async ({ trouble }) => expect(await trouble()).toMatch(/^Nothing answers at .*SMTP_URL/)),
      { mode: 'refuse-connection' },
    ))

  test('it sends us away', () =>
    withSink(
      (sink) => withCarrier(sink, async ({ trouble }) => expect(await trouble()).toMatch(/^We are sent away by/)),
      { mode: '5xx-at-connect' },
    ))

  test('TLS fails', () =>
    withSink((sink) => withCarrier(sink, async ({ trouble }) => expect(await trouble()).toMatch(/\(TLS\).*SMTP_URL/)), {
      mode: 'tls-fails',
      tls: 'starttls',
    }))

  test('it never greets', () =>
    withSink(
      (sink) =>
        withCarrier(sink, async ({ trouble }) => expect(await trouble()).toMatch(/^Nothing answers/), {
          timeouts: { connect: 200 },
        }),
      { mode: 'stall-at-connect' },
    ))
})

describe('TLS', () => {
  // 0.0.0.0 leads to this machine as well, but is none of its names: the rule for foreign hosts holds.
  test('a foreign relay gets no letter without TLS, nor by a certificate that is not its own', async () => {
    for (const tls of [{}, { tls: 'starttls' }, { tls: 'at-once' }] as const) {
      await withSink(
        (sink) =>
          withCarrier({ url: sink.url.replace('127.0.0.1', '0.0.0.0') }, async ({ carry, trouble }) => {
            expect(await carry(ENVELOPE, MESSAGE, told().phases)).toEqual({
              tryAgain: 'no safe connection (TLS) could be made',
            })
            expect(await trouble()).toMatch(/\(TLS\)/)
            expect(sink.received).toEqual([])
          }),
        tls,
      )
    }
  })

  test.each(['starttls', 'at-once'] as const)("this machine's own relay may have any certificate: %s", (tls) =>
    withSink(
      (sink) =>
        withCarrier(sink, async ({ carry }) =>
          expect(await carry(ENVELOPE, MESSAGE, told().phases)).toHaveProperty('accepted'),
        ),
      { tls },
    ),
  )
})
