import { once } from 'node:events'
import { withSink } from '../peers/hostileSink.ts'
import { ENVELOPE, LONG_MESSAGE, MESSAGE, told, withCarrier } from './tries.ts'

describe('a phase that cannot be written', () => {
  const withPhases = (name: 'bodyBegun' | 'bodyEnded') =>
    withSink((sink) =>
      withCarrier(sink, async (carrier) => {
        const fail = async () => {
          throw new Error('the claim is lost')
        }
        const verdict = await carrier.carry(ENVELOPE, MESSAGE, { ...told().phases, [name]: fail })
        const after = await carrier.carry(ENVELOPE, MESSAGE, told().phases)
        return { verdict, after, received: sink.received }
      }),
    )

  test.each(['bodyBegun', 'bodyEnded'] as const)('%s breaks the try off, so that nothing is accepted', async (name) => {
    const { verdict, after, received } = await withPhases(name)
    expect(verdict).toEqual({ tryAgain: 'we stopped before the message had gone out' })
    expect(after).toHaveProperty('accepted')
    expect(received).toHaveLength(1)
  })
})

describe('a try that is called off', () => {
  test('after the last byte is unknown', () =>
    withSink(
      (sink) =>
        withCarrier(sink, async (carrier) => {
          const off = new AbortController()
          const trying = carrier.carry(ENVELOPE, MESSAGE, told().phases, off.signal)
          await once(sink.events, 'stall')
          off.abort()
          expect(await trying).toHaveProperty('unknown')
        }),
      { mode: 'stall-after-dot' },
    ))

  test('before the first byte is tried again, and a whole try has its limit', () =>
    withSink(
      (sink) =>
        withCarrier(
          sink,
          async (carrier) => expect(await carrier.carry(ENVELOPE, MESSAGE, told().phases)).toHaveProperty('tryAgain'),
          { timeouts: { whole: 200 } },
        ),
      { mode: 'stall-at-connect' },
    ))
})

describe('kept connections', () => {
  test('carry many letters, and one that the server closed meanwhile costs no letter', () =>
    withSink((sink) =>
      withCarrier(sink, async (carrier) => {
        const send = () => carrier.carry(ENVELOPE, MESSAGE, told().phases)
        await send()
        await send()
        expect(sink.connections()).toBe(1)
        await sink.mode('refuse-connection')
        await sink.mode('accept')
        expect(await send()).toHaveProperty('accepted')
      }),
    ))
})

test('a letter to more than one plain mailbox is refused before any server hears of it', () =>
  withSink((sink) =>
    withCarrier(sink, async (carrier) => {
      for (const to of [
        'a@body.example,b@body.example',
        'a@body.example\r\nRCPT TO:<b@body.example>',
        'Body <a@body.example>',
        '',
      ]) {
        expect(await carrier.carry({ ...ENVELOPE, to }, MESSAGE, told().phases)).toHaveProperty('refused')
      }
      expect(sink.connections()).toBe(0)
    }),
  ))

test('a message larger than the server takes is refused before it goes out', () =>
  withSink(
    (sink) =>
      withCarrier(sink, async (carrier) => {
        const { seen, phases } = told()
        expect(await carrier.carry(ENVELOPE, LONG_MESSAGE, phases)).toHaveProperty('refused')
        expect(seen).toEqual([])
      }),
    { size: 1_000_000 },
  ))
