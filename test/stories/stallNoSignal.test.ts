import { makeWords } from '../stall/canaries.ts'
import { keptBy } from '../stall/kept.ts'
import { makeStall, pair } from '../stall/people.ts'
import { portals } from '../stall/portals.ts'
import { tracesOnDisk } from '../stall/traces.ts'
import { finishUnsent, lookForServer, NOTHING_WAITS, WAITS } from '../stall/waitingPage.ts'
import { withTablet } from '../stall/withTablet.ts'

// The small cases of D3 to D6; test/promises has them at length.

const PORTALS = ['a page', 'a way within ours', 'other JSON', 'a receipt of another server']

test('what waits on a tablet outlives a kill -9, a hotel’s wifi and a cut road, unreadable, and comes up once', () =>
  withTablet(async (stall) => {
    const { cards } = await makeStall(stall)
    const [word] = makeWords(1)
    const first = await stall.tablet()
    await pair(first.page, stall, cards[0]!)
    await finishUnsent(stall, first.page, `It is mine: ${word}.`)
    await first.kill()
    expect(tracesOnDisk([word!], stall.profile())).toEqual([])

    const { page } = await stall.tablet()
    const all = await portals(null)
    for (const name of PORTALS) {
      stall.road.portal(all[name]!)
      expect([name, await lookForServer(stall, page)]).toEqual([name, expect.stringContaining(WAITS(1))])
    }
    for (const way of ['up', 'down'] as const) {
      stall.road.breakAt('POST /stall/sync/', { way, after: 400, how: 'cut' })
      expect(await lookForServer(stall, page)).toContain(WAITS(1))
      expect(stall.road.broken()).toBeGreaterThan(0)
    }
    stall.road.open()
    expect(await lookForServer(stall, page)).toContain(NOTHING_WAITS)
    expect((await keptBy(stall)).map(({ answers }) => answers['q4-reasons'])).toEqual([`It is mine: ${word}.`])
  }))
