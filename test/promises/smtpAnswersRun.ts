import { smtpCarrier } from '../../src/mail/smtpCarrier.ts'
import { withSmtpSink } from './smtpSink.ts'

const message = new TextEncoder().encode('From: a@campaign.example\r\nSubject: x\r\n\r\nwords\r\n')
const envelope = { from: 'a@campaign.example', to: 'body@body.example' }

/** Carries a message to Postfix's smtp-sink, given some words of its command line: how it ended, and which phases it told of. */
export const carryToSink = async (words: string[]) => {
  const phases: string[] = []
  const ends: string[] = []
  await withSmtpSink(words, async (port) => {
    const carrier = smtpCarrier({ url: `smtp://127.0.0.1:${port}`, perSecond: 100, ourName: 'campaign.example' })
    const tell = (phase: string) => async () => void phases.push(phase)
    const verdict = await carrier.carry(envelope, message, { bodyBegun: tell('begun'), bodyEnded: tell('ended') })
    await carrier.close()
    ends.push(...Object.keys(verdict))
  })
  return { ends, phases }
}
