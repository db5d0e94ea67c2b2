import { type Carrier, NOT_LET_IN, type Verdict } from '../delivery/carrier.ts'
import type { Letter } from '../delivery/letter.ts'
import { doubtful, type Finding, fine, wrong } from './finding.ts'

/** What a test letter is made of; `write` makes the message as the product does, signature and all. */
export type TestLetter = {
  to: string
  from: { name: string; address: string }
  envelopeFrom: string
  messageId: string
  carrier: Pick<Carrier, 'carry'>
  write(letter: Letter): Promise<Uint8Array>
}

const TEXT = `This is the letter that you asked for: doctor sent it to see whether letters leave.

In your mail program, look at its source. Authentication-Results should say
spf=pass, dkim=pass and dmarc=pass, and the Received lines show what the mail
servers' clocks say. If it lies among the unwanted mail, so will the others.
`

const sayVerdict = (about: string, verdict: Verdict): Finding => {
  if ('accepted' in verdict) {
    const { by, host, words } = verdict.accepted
    if (by === 'folder') return doubtful(about, words, 'Set SMTP_URL: into a folder nothing is sent to anybody.')
    return fine(
      about,
      `${by === 'mx' ? 'accepted by' : 'handed to'} ${host}: ${words.slice(0, 200)}. Now look at its source in your mailbox`,
    )
  }
  if ('refused' in verdict)
    return wrong(about, `refused: ${verdict.refused.slice(0, 200)}`, 'Mend what the server names, and try again.')
  if ('tryAgain' in verdict && verdict.tryAgain === NOT_LET_IN)
    return wrong(about, `not taken: ${NOT_LET_IN}`, 'Correct SMTP_URL: the name or the password in it is not accepted.')
  if ('tryAgain' in verdict)
    return doubtful(
      about,
      `not taken yet: ${verdict.tryAgain.slice(0, 200)}`,
      'Try again in a few minutes: many servers make a stranger wait once.',
    )
  return doubtful(about, `it may have arrived: ${verdict.unknown.slice(0, 200)}`, 'Look into the mailbox.')
}

/** Sends a letter to oneself by the product's own way, at `now` (ms, UTC), and says how that ended. */
export const sendTestLetter = async (test: TestLetter, now: number): Promise<Finding> => {
  const message = await test.write({
    ...{ messageId: test.messageId, from: test.from, replyTo: null, to: { name: '', address: test.to } },
    ...{ subject: 'A test letter, from doctor', text: TEXT, html: `<pre>${TEXT}</pre>` },
    ...{ attachments: [], date: now, automatic: true, replaces: null },
  })
  const phases = { bodyBegun: async () => undefined, bodyEnded: async () => undefined }
  const verdict = await test.carrier.carry({ from: test.envelopeFrom, to: test.to }, message, phases)
  return sayVerdict('A test letter', verdict)
}
