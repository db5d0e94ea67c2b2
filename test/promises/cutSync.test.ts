import type { Page } from 'playwright-core'
import { type Changed, standBetween } from '../stall/between.ts'
import type { Break } from '../stall/carry.ts'
import { forgetIds } from '../stall/forgetIds.ts'
import { keptBy } from '../stall/kept.ts'
import { without } from '../stall/partners.ts'
import { makeStall, pair } from '../stall/people.ts'
import { finishUnsent, lookForServer, NOTHING_WAITS, WAITS } from '../stall/waitingPage.ts'
import { type AtStall, withTablet } from '../stall/withTablet.ts'
import { sayFigures } from './figures.ts'

// D6. Its mutation partners run below: a tablet on which what was sent off counts as kept, and a server that does not know an
// id again.

const SYNC = 'POST /stall/sync/'
const MOST = 60

type Tried = { cuts: number; end: 'there once' | 'lost' | 'doubled' | 'never there' }

/** Cuts one response's way after k bytes, k growing by steps until it gets through whole, or is lost or doubled. */
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
    const kept = (await keptBy(stall)).length - before
    expect(stall.road.broken()).toBeGreaterThan(0)
    if (kept > 1) return { cuts, end: 'doubled' }
    if (said.includes(NOTHING_WAITS)) return { cuts, end: kept === 1 ? 'there once' : 'lost' }
    expect(said).toContain(WAITS(1))
    expect(said).toContain('No signal')
  }
  return { cuts: MOST, end: 'never there' }
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
      expect([up.end, down.end]).toEqual(['there once', 'there once'])

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

const SERVER_KEY = new Uint8Array(32).fill(5)

/** One response on its way, cut in one direction, between a tablet and a server of which something was changed. */
const cutWith = async (way: Break['way'], changed: Changed, prepare = (_stall: AtStall) => {}): Promise<Tried> => {
  const tried: Tried[] = []
  await withTablet(
    (stall) =>
      standBetween(stall, changed, async () => {
        prepare(stall)
        const { cards } = await makeStall(stall)
        const { page } = await stall.tablet()
        await pair(page, stall, cards[0]!)
        await finishUnsent(stall, page, 'Cut on its way.')
        tried.push(await cutAtMany(stall, page, way, 97, 0))
      }),
    { config: { serverKey: SERVER_KEY } },
  )
  return tried[0]!
}

test('partner: where what was sent off counts as kept, a response is lost', async () =>
  expect((await cutWith('up', without.receipts)).end).toBe('lost'))

test('partner: where the server does not know an id again, a response is doubled', async () =>
  expect((await cutWith('down', without.nothing, ({ house }) => forgetIds(house.site.stalls, SERVER_KEY))).end).toBe(
    'doubled',
  ))
