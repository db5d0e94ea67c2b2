import { askChanged } from './askChanged.ts'
import { carryToSink } from './smtpAnswersRun.ts'

// A6, with a server that is not of our making: Postfix's smtp-sink. (The 14 modes of our own sink are in `npm test`.) Its
// mutation partner runs below: an end without an answer counted as "try again" wherever it comes.

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

test.each(modes)('a server that %s', async (_, words, verdict, phases) => {
  expect(await carryToSink(words)).toEqual({ ends: [verdict], phases })
})

test('partner: where no answer counts as "try again", what may have arrived after the dot is not known to', async () => {
  const neverUnknown = { file: 'src/mail/verdicts.ts', from: 'if (mayHaveArrived) return', to: 'if (!failure) return' }
  expect(await askChanged('smtpAnswersRun.ts', carryToSink, [neverUnknown], ['-q', '.'])).toEqual({
    ends: ['tryAgain'],
    phases: ['begun', 'ended'],
  })
})
