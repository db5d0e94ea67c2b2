import { smtpCarrier } from '../../src/mail/smtpCarrier.ts'
import { withSmtpSink } from './smtpSink.ts'

// A6, with a server that is not of our making: Postfix's smtp-sink. (The 14 modes of our own sink are in `npm test`.) Mutation
// partner: in mail/verdicts.ts an end without an answer counted as "try again" wherever it comes.

const message = new TextEncoder().encode('From: a@campaign.example\r\nSubject: x\r\n\r\nwords\r\n')
const envelope = { from: 'a@campaign.example', to: 'body@body.example' }

const modes: [string, string[], string, string[]][] = [
  ['takes it', [], 'accepted', ['begun', 'ended']],
  ['says 4xx at MAIL', ['-r', 'MAIL'], 'tryAgain', []],
  ['says 5xx at MAIL', ['-f', 'MAIL'], 'refused', []],
  ['says 4xx at RCPT', ['-r', 'RCPT'], 'tryAgain', []],
  ['says 5xx at RCPT', ['-f', 'RCPT'], 'refused', []],
  ['says 4xx at DATA', ['-r', 'DATA'], 'tryAgain', []],
  ['says 4xx at the dot', ['-r', '.'], 'tryAgain', ['begun', 'ended']],
  ['says 5xx at the dot', ['-f', '.'], 'refused', ['begun', 'ended']],
  ['says 421 at the greeting', ['-Q', 'CONNECT'], 'tryAgain', []],
  ['hangs up at the greeting', ['-q', 'CONNECT'], 'tryAgain', []],
  ['says 421 at MAIL', ['-Q', 'MAIL'], 'tryAgain', []],
  ['hangs up at RCPT', ['-q', 'RCPT'], 'tryAgain', []],
  ['hangs up after the dot', ['-q', '.'], 'unknown', ['begun', 'ended']],
  ['hangs up at QUIT', ['-q', 'QUIT'], 'accepted', ['begun', 'ended']],
]

test.each(modes)('a server that %s', (_, words, verdict, phases) =>
  withSmtpSink(words, async (port) => {
    const carrier = smtpCarrier({ url: `smtp://127.0.0.1:${port}`, perSecond: 100, ourName: 'campaign.example' })
    const seen: string[] = []
    const tell = (phase: string) => async () => void seen.push(phase)
    const found = await carrier.carry(envelope, message, { bodyBegun: tell('begun'), bodyEnded: tell('ended') })
    await carrier.close()
    expect(Object.keys(found)).toEqual([verdict])
    expect(seen).toEqual(phases)
  }),
)
