import { z } from 'zod'
import { digestOf, type Receipt, receiptIn } from '../stall/receipt.ts'
import type { Queued } from './database.ts'
import type { Queue } from './queue.ts'
import { type AskServer, jsonIn, NoSignal, refusal } from './server.ts'

type Answered = { receipt: Receipt } | 'no signal' | { words: string }

const answered = z.object({ receipt: z.unknown() })

/** Brings one sealed response to the server. Only a receipt that it signed for just this one counts as kept. */
const bring = async (ask: AskServer, receipts: JsonWebKey, { id, sealed }: Queued): Promise<Answered> => {
  try {
    const answer = await ask(`/stall/sync/${id}`, { body: sealed, type: 'application/octet-stream' })
    const said = await jsonIn(answer)
    const signed = answered.safeParse(said)
    const receipt = signed.success
      ? await receiptIn(receipts, signed.data.receipt, { id, digest: await digestOf(sealed) })
      : null
    if (receipt) return { receipt }
    const refused = refusal.safeParse(said)
    return refused.success ? { words: refused.data.words } : 'no signal'
  } catch (error) {
    if (error instanceof NoSignal) return 'no signal'
    throw error
  }
}

/** How a round went: whether the server was reached to the end, the ids of what it has signed for, and references that came late. */
export type Round = { signal: boolean; kept: Set<string>; late: string[] }

/**
 * Brings the queue up, one by one, and stops where there is no signal; what was refused stays, with the words. `failed` counts
 * the tries that came to nothing: who had most comes last, so that one that never gets through holds up no other.
 */
export const goUp = async (
  queue: Queue,
  ask: AskServer,
  receipts: JsonWebKey,
  failed: Map<string, number>,
): Promise<Round> => {
  const round: Round = { signal: true, kept: new Set(), late: [] }
  const triesOf = ({ id }: Queued) => failed.get(id) ?? 0
  const entries = (await queue.all()).sort((one, other) => triesOf(one) - triesOf(other))
  for (const entry of entries) {
    const brought = await bring(ask, receipts, entry)
    if (brought === 'no signal') {
      failed.set(entry.id, triesOf(entry) + 1)
      return { ...round, signal: false }
    }
    if ('words' in brought) await queue.note(entry.id, brought.words)
    else {
      await queue.end(entry.id)
      round.kept.add(entry.id)
      if (brought.receipt.late) round.late.push(brought.receipt.reference)
    }
  }
  return round
}
