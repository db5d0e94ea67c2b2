import { withScript } from '../peers/scriptedServer.ts'
import { ENVELOPE, LONG_MESSAGE, MESSAGE, told, withCarrier } from './tries.ts'

const SHORT = { timeouts: { connect: 2_000, silence: 300 } }

/** A sound server but for what it says to the line that begins, or that is, `to`. */
const saying = (to: string, words: string) => (line: string) => {
  if (line === to || line.startsWith(`${to} `) || line.startsWith(`${to}:`)) return words
  if (/^(EHLO|MAIL|RCPT|RSET)/.test(line)) return '250 yes'
  if (line === 'DATA') return '354 go on'
  return line === '.' ? '250 kept' : null
}

const carryTo = (to: string, words: string, message = MESSAGE) =>
  withScript(saying(to, words), ({ url, lines }) =>
    withCarrier(
      { url },
      async ({ carry }) => {
        const { seen, phases } = told()
        return { verdict: await carry(ENVELOPE, message, phases), seen: [...seen], lines }
      },
      SHORT,
    ),
  )

describe('a server that answers strangely', () => {
  test('a yes before the whole message came is none, and no end of it follows', async () => {
    const { verdict, seen, lines } = await carryTo('DATA', '354 go on\r\n250 kept', LONG_MESSAGE)
    expect(verdict).toHaveProperty('tryAgain')
    expect(seen).not.toContain('ended')
    expect(lines).not.toContain('.')
  })

  test('a no amid the message ends it there', async () => {
    const { verdict, lines } = await carryTo('DATA', '354 go on\r\n552 5.3.4 Too much of it', LONG_MESSAGE)
    expect(verdict).toEqual({ refused: '552 5.3.4 Too much of it' })
    expect(lines).not.toContain('.')
  })

  test.each(['999 what', 'kept it', '354 more'])('after the dot "%s" tells nothing: unknown', async (words) => {
    expect((await carryTo('.', words)).verdict).toHaveProperty('unknown')
  })

  test('503 says that the session went wrong, not the letter', async () => {
    expect((await carryTo('RCPT', '503 5.5.1 Bad sequence')).verdict).toEqual({ tryAgain: '503 5.5.1 Bad sequence' })
  })

  test('the answer of many lines is kept on one, short', async () => {
    const words = `250-\u0007kept\r\n250-${'x'.repeat(2_000)}\r\n250 as K7`
    const { verdict } = await carryTo('.', words)
    expect(verdict).toEqual({
      accepted: { by: 'relay', host: '127.0.0.1', words: expect.stringMatching(/^250- kept 250-x{480,500}$/) },
    })
  })
})
