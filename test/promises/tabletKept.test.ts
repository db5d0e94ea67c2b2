import { randomInt } from 'node:crypto'
import { type Changed, standBetween } from '../stall/between.ts'
import { keptBy } from '../stall/kept.ts'
import { without } from '../stall/partners.ts'
import { goThrough, makeStall, pair, printIt } from '../stall/people.ts'
import { lookForServer, NOTHING_WAITS } from '../stall/waitingPage.ts'
import { type AtStall, withTablet } from '../stall/withTablet.ts'
import { chance } from './chance.ts'
import { sayFigures } from './figures.ts'
import { type Kept, killMany, type Run } from './killing.ts'

// D3. A kill -9 cannot see what only a power cut loses: that every write asks for `durability: 'strict'` is asserted below, on
// the tablet itself. Its mutation partners run below: a tablet that says it kept what it writes a minute later.

const KILLS = 50

/** A paired tablet that has no signal. */
const cutOff = async (stall: AtStall, random: () => number): Promise<Run> => {
  const { cards } = await makeStall(stall)
  const tablet = await stall.tablet()
  await pair(tablet.page, stall, cards[0]!)
  stall.road.cut()
  return { stall, tablet, random, waiting: 0 }
}

const isLost = ({ told, kept }: Kept): boolean => told && !kept

test(
  `a browser killed ${KILLS} times in the middle: what the tablet said it kept, it kept`,
  () =>
    withTablet(async (stall) => {
      const seed = randomInt(2 ** 31)
      const run = await cutOff(stall, chance(seed))
      const all = await killMany(run, KILLS)
      stall.road.open()
      await run.tablet.page.goto(`${stall.road.address}/stall`)
      expect(await lookForServer(stall, run.tablet.page)).toContain(NOTHING_WAITS)
      const told = all.filter((one) => one.told).length
      const untold = all.filter((one) => !one.told && one.kept).length
      const [lost, finished] = [all.filter(isLost).length, run.waiting]
      sayFigures('D3', { seed, kills: KILLS, told, 'told and lost': lost, 'kept untold': untold, finished })
      expect(lost).toBe(0)
      expect(await keptBy(stall)).toHaveLength(finished)
    }),
  600_000,
)

/** Some kills, each while the tablet has just said that it kept something, with a changed script; whether any of it is lost. */
const losesWith = async (changed: Changed, first: number, kills: number): Promise<boolean> => {
  const all: Kept[] = []
  await withTablet((stall) =>
    standBetween(stall, changed, async () => {
      all.push(...(await killMany(await cutOff(stall, () => 0), kills, first)))
    }),
  )
  return all.some(isLost)
}

test('partner: where a save is said before it is written, it is lost', async () =>
  expect(await losesWith(without.saving, 0, 1)).toBe(true))

test('partner: where the end is said before it is written, a response is lost', async () =>
  expect(await losesWith(without.finishing, 3, 2)).toBe(true))

test('every write of a tablet asks to be on the disk before it is done', () =>
  withTablet((stall) =>
    standBetween(stall, without.relaxing, async () => {
      const { cards } = await makeStall(stall)
      const { page } = await stall.tablet()
      await pair(page, stall, cards[0]!)
      await goThrough(page, { 'q4-reasons': 'On the disk.' }, { quick: true })
      await printIt(page)
      expect(await lookForServer(stall, page)).toContain(NOTHING_WAITS)
      expect(await keptBy(stall)).toHaveLength(1)
    }),
  ))
