import type { House } from '../../src/compose.ts'
import { alphabet } from '../../src/responses/alphabet.ts'
import type { Finished } from '../../src/stall/finished.ts'
import { sealTo } from '../../src/stall/sealing.ts'
import type { Brought } from '../../src/stall/stalls.ts'
import { MORNING } from '../web/withHouse.ts'
import { PRINT, SCAN } from './brought.ts'

const SILENT = { unsent: 0, tally: [], aheadMs: 0 }

/** The reference of the n-th response that a test brings. */
export const referenceOf = (n: number): string =>
  `${alphabet[n % 29]}${alphabet[Math.floor(n / 29) % 29]}`.padStart(8, 'K7MQ2F')

/** A stall in a house under test, with one paired tablet, and a way to bring what people finished there. */
export const stallAt = async ({ site }: Pick<House, 'site'>, now = MORNING) => {
  const stall = await site.stalls.make({ name: 'Heathway', place: 'By the library', day: '2017-09-25', cards: 2 }, now)
  const [card] = (await site.stalls.one(stall.id))!.shifts
  const { key } = (await site.stalls.pair(await site.stalls.cardOf(card!.id), SCAN, now))!
  const { keys } = await site.stalls.heard((await site.stalls.shiftOf(key, now))!, SILENT, now)
  let brought = 0

  /** Seals and brings a response, as a tablet does. */
  const bring = async (more: Partial<Finished> = {}): Promise<{ id: string; reference: string; answer: Brought }> => {
    const id = crypto.randomUUID()
    const finished: Finished = {
      ...{ id, pack: site.consultation.id, fingerprint: PRINT, reference: referenceOf(brought) },
      consent: { at: now, wording: 'I agree.' },
      answers: { q1: 'no', 'q1-reasons': `Reason ${brought} of somebody.` },
      ...{ begunAt: now, savedAt: now, finishedAt: now, deviceAt: now },
      ...{ assisted: false, complete: true, wants: 'print', link: null, linkOnPaper: false, visit: null, yes: null },
      ...more,
    }
    brought += 1
    const plain = new TextEncoder().encode(JSON.stringify(finished))
    const answer = await site.stalls.takeIn(card!.id, id, await sealTo(keys.seal, id, plain), now)
    return { id, reference: finished.reference, answer }
  }
  return { stall, key, bring }
}
