import { type Changed, standBetween } from '../stall/between.ts'
import { finishedWith, SCAN, sealedFor } from '../stall/brought.ts'
import { keptBy } from '../stall/kept.ts'
import { without } from '../stall/partners.ts'
import { makeStall, pair } from '../stall/people.ts'
import { portals } from '../stall/portals.ts'
import { finishUnsent, lookForServer, NOTHING_WAITS, WAITS } from '../stall/waitingPage.ts'
import { type AtStall, withTablet } from '../stall/withTablet.ts'
import { MORNING } from '../web/withHouse.ts'
import { sayFigures } from './figures.ts'

// D5. Its mutation partner runs below: a tablet that takes every signature for ours.

const PATIENCE_MS = 120_000

/** What our own server says when it has taken another response. */
const receiptOfAnother = async ({ house }: AtStall, shiftId: string): Promise<unknown> => {
  const { stalls } = house.site
  const { key } = (await stalls.pair(await stalls.cardOf(shiftId), SCAN, MORNING))!
  const shift = (await stalls.shiftOf(key, MORNING))!
  const { keys } = await stalls.heard(shift, { unsent: 0, tally: [], aheadMs: 0 }, 0)
  const other = finishedWith({ wants: 'keep' })
  return stalls.takeIn(shiftId, other.id, await sealedFor(keys.seal, other), 0)
}

/** Finishes a response and puts each portal in the server's place; answers which of them the tablet took for it. */
const takenForUs = async (changed: Changed): Promise<string[]> => {
  const taken: string[] = []
  await withTablet((stall) =>
    standBetween(stall, changed, async () => {
      const { cards, shifts } = await makeStall(stall, 2)
      const { page } = await stall.tablet()
      await pair(page, stall, cards[0]!)
      const all = Object.entries(await portals(await receiptOfAnother(stall, shifts[1]!)))
      await finishUnsent(stall, page, 'Keep it open.')
      for (const [name, answer] of all) {
        stall.road.portal(answer)
        if (!(await lookForServer(stall, page)).includes(WAITS(1))) taken.push(name)
      }
      expect(await keptBy(stall)).toHaveLength(1)
      stall.road.open()
      expect(await lookForServer(stall, page)).toContain(NOTHING_WAITS)
      expect(await keptBy(stall)).toHaveLength(taken.length > 0 ? 1 : 2)
      sayFigures('D5', { portals: all.length, 'taken for us': taken.length })
    }),
  )
  return taken
}

test(
  'what a hotel’s wifi says in our place ends nothing: only our receipt for this very response does',
  async () => expect(await takenForUs(without.nothing)).toEqual([]),
  PATIENCE_MS,
)

test(
  'partner: where any signature is taken for ours, a response is lost',
  async () => expect(await takenForUs(without.signatures)).toEqual(['a receipt of another server']),
  PATIENCE_MS,
)
