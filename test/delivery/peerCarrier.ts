import type { Carrier, Verdict } from '../../src/delivery/carrier.ts'
import type { Envelope } from '../../src/delivery/letter.ts'

/** What a mail server does with one message; `break`: the line breaks after so much of it. A function: after the last byte. */
export type Does = Verdict | { break: 'before body' } | (() => Promise<Verdict>)

export type Came = { envelope: Envelope; text: string; bytes: Uint8Array; at: number }

/** A mail server of the body's own, written in a few lines: it takes messages as one does, and does with each as it is told. */
export const peerCarrier = (clock: () => number) => {
  const came: Came[] = []
  const dropped: string[] = []
  const yes: Verdict = { accepted: { by: 'mx', host: 'mx1.body.example', words: '250 2.0.0 Kept it' } }
  let choose: (message: Came) => Does = () => yes
  let whileBody: (message: Came) => Promise<unknown> = async () => {}

  const carrier: Carrier = {
    kind: 'mx',
    async carry(envelope, bytes, phases, signal) {
      const message = { envelope, bytes, text: new TextDecoder().decode(bytes), at: clock() }
      const does = choose(message)
      if ('break' in does) return { tryAgain: 'the mail server cannot be reached' }
      try {
        await phases.bodyBegun()
        await whileBody(message)
        await phases.bodyEnded()
      } catch {
        return { tryAgain: 'we stopped before the message had gone out' }
      }
      came.push(message)
      const stopped = new Promise<Verdict>((resolve) =>
        signal?.addEventListener('abort', () => resolve({ unknown: 'no answer came' })),
      )
      return Promise.race([typeof does === 'function' ? does() : does, stopped])
    },
    trouble: async () => null,
    forget: async (messageId) => void dropped.push(messageId),
    close: async () => {},
  }
  return {
    carrier,
    came,
    dropped,
    yes,
    /** From now on. */
    does: (next: (message: Came) => Does) => {
      choose = next
    },
    /** What happens elsewhere while a message's bytes go out. */
    meanwhile: (next: (message: Came) => Promise<unknown>) => {
      whileBody = next
    },
  }
}

/** Verdicts as servers give them. */
export const greylisted: Verdict = { tryAgain: '451 4.7.1 Greylisted, try again later' }
export const noSuchMailbox: Verdict = { refused: '550 5.1.1 No such mailbox' }
export const noAnswer: Verdict = { unknown: 'the whole message went out and no answer came' }
export const dead: Does = { break: 'before body' }
