import type { Mode } from '../peers/hostileSink.ts'
import { withSink } from '../peers/hostileSink.ts'
import { connectionModes, messageModes } from '../peers/modes.ts'
import { ENVELOPE, LONG_MESSAGE, MESSAGE, told, withCarrier } from './tries.ts'

// Only a server that falls silent is waited for; a busy machine must not make silence of the others.
const patienceWith = (mode: Mode) => ({
  timeouts: { connect: 10_000, silence: mode === 'stall-after-dot' ? 1_000 : 10_000 },
})

const tryIn = (mode: Mode, message = MESSAGE) =>
  withSink(
    (sink) =>
      withCarrier(
        sink,
        async (carrier) => {
          const { seen, phases } = told()
          const verdict = await carrier.carry(ENVELOPE, message, phases)
          return { verdict, seen, received: sink.received }
        },
        patienceWith(mode),
      ),
    mode === 'tls-fails' ? { mode, tls: 'starttls' } : { mode },
  )

describe('a letter to a sound relay', () => {
  test('is accepted with the host and its line, arrives byte for byte, for one recipient', async () => {
    const { verdict, seen, received } = await tryIn('accept')
    expect(verdict).toEqual({ accepted: { by: 'relay', host: '127.0.0.1', words: '250 Kept it' } })
    expect(seen).toEqual(['begun', 'ended'])
    expect(received.map(({ envelope }) => envelope)).toEqual([{ from: ENVELOPE.from, to: [ENVELOPE.to] }])
    expect(received[0]!.bytes.equals(MESSAGE)).toBe(true)
  })

  test('so does one of many megabytes', async () => {
    const { received } = await tryIn('accept', LONG_MESSAGE)
    expect(received[0]!.bytes.equals(LONG_MESSAGE)).toBe(true)
  })
})

describe('each of 14 ways that a mail server fails', () => {
  const passes = 'tryAgain'
  const expected: Record<(typeof connectionModes)[number] | (typeof messageModes)[number], [string, string[]]> = {
    'refuse-connection': [passes, []],
    '421-at-connect': [passes, []],
    'drop-at-connect': [passes, []],
    'tls-fails': [passes, []],
    '4xx-at-mail': [passes, []],
    '5xx-at-mail': ['refused', []],
    '4xx-at-rcpt': [passes, []],
    '5xx-at-rcpt': ['refused', []],
    '4xx-at-dot': [passes, ['begun', 'ended']],
    '5xx-at-dot': ['refused', ['begun', 'ended']],
    'drop-mid-data': [passes, ['begun']],
    'drop-after-dot-kept': ['unknown', ['begun', 'ended']],
    'drop-after-dot-lost': ['unknown', ['begun', 'ended']],
    'stall-after-dot': ['unknown', ['begun', 'ended']],
  }

  test('there are 14', () => expect(connectionModes.length + messageModes.length).toBe(14))

  test.each([...connectionModes, ...messageModes])('%s', async (mode) => {
    const { verdict, seen, received } = await tryIn(mode, mode === 'drop-mid-data' ? LONG_MESSAGE : MESSAGE)
    expect([Object.keys(verdict)[0], seen]).toEqual(expected[mode])
    expect(received.map(({ bytes }) => bytes.equals(MESSAGE))).toEqual(mode === 'drop-after-dot-kept' ? [true] : [])
  })

  test("a refusal and a delay carry the server's words", async () => {
    expect((await tryIn('5xx-at-rcpt')).verdict).toEqual({ refused: '550 5.1.1 No such mailbox' })
    expect((await tryIn('4xx-at-dot')).verdict).toEqual({ tryAgain: '451 4.3.0 Could not keep it' })
  })

  test.each<Mode>(['5xx-at-connect', 'stall-at-connect'])('%s is no refusal of the letter', async (mode) => {
    expect(Object.keys((await tryIn(mode)).verdict)).toEqual(['tryAgain'])
  })
})
