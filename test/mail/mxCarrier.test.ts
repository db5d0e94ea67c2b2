import type { MailHost } from '../../src/mail/mailHosts.ts'
import { type MxCarrierOptions, mxCarrier } from '../../src/mail/mxCarrier.ts'
import type { Mode, Sink } from '../peers/hostileSink.ts'
import { withSink } from '../peers/hostileSink.ts'
import { ENVELOPE, LONG_MESSAGE, MESSAGE, told } from './tries.ts'

const at = (priority: number, { port }: Pick<Sink, 'port'>): MailHost => ({ exchange: '127.0.0.1', priority, port })

const carryTo = async (
  resolve: MxCarrierOptions['resolve'] & {},
  options: Partial<MxCarrierOptions> = {},
  message = MESSAGE,
) => {
  const carrier = mxCarrier({ perSecond: 100, resolve, timeouts: { connect: 500, silence: 400 }, ...options })
  const { seen, phases } = told()
  try {
    return { verdict: await carrier.carry(ENVELOPE, message, phases), seen, trouble: await carrier.trouble() }
  } finally {
    await carrier.close()
  }
}

/** Two mail servers of a domain, the first in a mode: what the try gives and which of them have the message. */
const firstIn = (mode: Mode, message = MESSAGE) =>
  withSink(
    (first) =>
      withSink(async (second) => {
        const tried = await carryTo(async () => [at(20, second), at(10, first)], {}, message)
        return { ...tried, second: second.received.length, asked: second.connections() }
      }),
    mode === 'tls-fails' ? { mode, tls: 'starttls' } : { mode },
  )

describe('mail servers of a domain', () => {
  test('are looked up for the domain of the recipient', async () => {
    const domains: string[] = []
    await withSink((sink) =>
      carryTo(async (domain) => {
        domains.push(domain)
        return [at(0, sink)]
      }),
    )
    expect(domains).toEqual(['body.example'])
  })

  test('the first that accepts is named, and no other is asked', async () => {
    const { verdict, asked } = await firstIn('accept')
    expect(verdict).toEqual({ accepted: { by: 'mx', host: '127.0.0.1', words: '250 Kept it' } })
    expect(asked).toBe(0)
  })

  test.each<Mode>([
    'refuse-connection',
    '421-at-connect',
    '5xx-at-connect',
    'drop-at-connect',
    'stall-at-connect',
    'tls-fails',
    '4xx-at-mail',
    '4xx-at-rcpt',
  ])('%s leads to the next one', async (mode) => {
    const { verdict, second, seen } = await firstIn(mode)
    expect([Object.keys(verdict), second, seen]).toEqual([['accepted'], 1, ['begun', 'ended']])
  })

  test.each<[Mode, string]>([
    ['5xx-at-mail', 'refused'],
    ['5xx-at-rcpt', 'refused'],
    ['5xx-at-dot', 'refused'],
    ['4xx-at-dot', 'tryAgain'],
    ['drop-after-dot-kept', 'unknown'],
    ['drop-after-dot-lost', 'unknown'],
    ['stall-after-dot', 'unknown'],
  ])('%s ends the try: %s', async (mode, verdict) => {
    const tried = await firstIn(mode)
    expect([Object.keys(tried.verdict), tried.asked]).toEqual([[verdict], 0])
  })

  test('a message that has begun goes to no other server in the same try', async () => {
    const { verdict, asked } = await firstIn('drop-mid-data', LONG_MESSAGE)
    expect([Object.keys(verdict), asked]).toEqual([['tryAgain'], 0])
  })
})

describe('a domain', () => {
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code })
  }

  test('with a null MX takes no mail: refused', async () => {
    const { verdict } = await carryTo(async () => [{ exchange: '', priority: 0 }])
    expect(verdict).toEqual({ refused: 'body.example takes no mail (null MX, RFC 7505)' })
  })

  test('that is none is refused; one that cannot be looked up is tried again', async () => {
    expect((await carryTo(failing('ENOTFOUND'))).verdict).toEqual({ refused: 'there is no domain body.example' })
    for (const code of ['ESERVFAIL', 'ETIMEOUT', 'ECONNREFUSED']) {
      expect((await carryTo(failing(code))).verdict).toHaveProperty('tryAgain')
    }
  })
})

describe('what is wrong, for a domain to check', () => {
  test('nothing', () =>
    withSink(async (sink) =>
      expect((await carryTo(async () => [at(0, sink)], { checks: 'body.example' })).trouble).toBeNull(),
    ))

  test('nobody answers there, or it takes no mail', async () => {
    const closed = await withSink(async (sink) => at(0, sink))
    const asked = (hosts: MailHost[]) => carryTo(async () => hosts, { checks: 'body.example' })
    expect((await asked([closed])).trouble).toMatch(/^Nothing answers at .* SMTP_URL=mx: leads to/)
    expect((await asked([{ exchange: '.', priority: 0 }])).trouble).toMatch(
      /SMTP_URL is mx:, but body.example takes no mail/,
    )
  })
})
