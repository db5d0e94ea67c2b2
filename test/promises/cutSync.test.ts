import type { Page } from 'playwright-core'
import type { Break } from '../stall/carry.ts'
import { keptBy } from '../stall/kept.ts'
import { makeStall, pair } from '../stall/people.ts'
import { finishUnsent, lookForServer, NOTHING_WAITS, WAITS } from '../stall/waitingPage.ts'
import { type AtStall, withTablet } from '../stall/withTablet.ts'
import { sayFigures } from './figures.ts'

// D6. Mutation partner: an entry that ends when its bytes have gone up, before a receipt is there, is lost at some k; a
// server that takes an id again as another response has it twice.

const SYNC = 'POST /stall/sync/'
const MOST = 60

type Tried = { cuts: number; told: 'whole' | 'waits' }

/** Cuts one response's way after k bytes, k growing by steps until it gets through whole; what waits and is kept is right at each. */
const cutAtMany = async (
  stall: AtStall,
  page: Page,
  way: Break['way'],
  step: number,
  before: number,
): Promise<Tried> => {
  for (let cuts = 0; cuts < MOST; cuts += 1) {
    stall.road.breakAt(SYNC, { way, after: cuts * step, how: 'cut' })
    const said = await lookForServer(stall, page)
    const kept = (await keptBy(stall)).length
    expect(stall.road.broken()).toBeGreaterThan(0)
    expect([before, before + 1]).toContain(kept)
    if (said.includes(NOTHING_WAITS)) {
      expect(kept).toBe(before + 1)
      return { cuts, told: 'whole' }
    }
    expect(said).toContain(WAITS(1))
    expect(said).toContain('No signal')
  }
  return { cuts: MOST, told: 'waits' }
}

test(
  'a response whose way is cut anywhere, stalls or drips is there exactly once at the end',
  () =>
    withTablet(async (stall) => {
      const { cards } = await makeStall(stall)
      const { page } = await stall.tablet()
      await pair(page, stall, cards[0]!)

      await finishUnsent(stall, page, 'Cut on its way up.')
      const up = await cutAtMany(stall, page, 'up', 97, 0)
      await finishUnsent(stall, page, 'Cut on its way down.')
      const down = await cutAtMany(stall, page, 'down', 61, 1)
      expect([up.told, down.told]).toEqual(['whole', 'whole'])

      await finishUnsent(stall, page, 'Stalled and dripping.')
      for (const way of ['up', 'down'] as const) {
        stall.road.breakAt(SYNC, { way, after: 300, how: 'stall' })
        expect(await lookForServer(stall, page)).toContain(WAITS(1))
      }
      for (const way of ['up', 'down'] as const) {
        stall.road.breakAt(SYNC, { way, after: 10, how: 'drip' })
        expect(await lookForServer(stall, page)).toContain(NOTHING_WAITS)
        if (way === 'up') await finishUnsent(stall, page, 'Dripping down.')
      }
      sayFigures('D6', { 'cut up': up.cuts, 'cut down': down.cuts, stalled: 2, dripped: 2 })
      const words = (await keptBy(stall)).map(({ answers }) => answers['q4-reasons'])
      expect(words).toEqual(['Cut on its way up.', 'Cut on its way down.', 'Stalled and dripping.', 'Dripping down.'])
    }),
  300_000,
)
