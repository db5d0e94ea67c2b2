import { standBetween } from '../stall/between.ts'
import { keptBy } from '../stall/kept.ts'
import { makeStall, pair } from '../stall/people.ts'
import { finishUnsent, lookForServer, NOTHING_WAITS } from '../stall/waitingPage.ts'
import { withTablet } from '../stall/withTablet.ts'

/** The tablet's own script as it was when the pack had another name. */
const older = { '/tablet.js': (script: string) => script.replaceAll('"mopac-2017"', '"mopac-draft"') }

test('a response of an older pack is kept whole, waits to be looked at, and is told to the organiser', () =>
  withTablet((stall) =>
    standBetween(stall, older, async () => {
      const { id, cards } = await makeStall(stall)
      const { page } = await stall.tablet()
      await pair(page, stall, cards[0]!)
      await finishUnsent(stall, page, 'Said to the older questions.')
      stall.road.open()
      expect(await lookForServer(stall, page)).toContain(NOTHING_WAITS)
      const [kept] = await keptBy(stall)
      expect(kept?.answers['q4-reasons']).toBe('Said to the older questions.')
      const { stalls } = stall.house.site
      const told = { reference: kept!.reference, misfit: true }
      expect(await stalls.tray(id)).toMatchObject([told])
      expect(await stalls.brought(id)).toMatchObject([told])
    }),
  ))
