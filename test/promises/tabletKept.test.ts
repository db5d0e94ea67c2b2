import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { standBetween } from '../stall/between.ts'
import type { Tablet } from '../stall/chromium.ts'
import { keptBy } from '../stall/kept.ts'
import { without } from '../stall/partners.ts'
import { begin, goThrough, makeStall, pair, press, printIt } from '../stall/people.ts'
import { lookForServer, NOTHING_WAITS, WAITS } from '../stall/waitingPage.ts'
import { type AtStall, withTablet } from '../stall/withTablet.ts'
import { chance } from './chance.ts'
import { sayFigures } from './figures.ts'

// D3. A kill -9 cannot see what only a power cut loses: that every write asks for `durability: 'strict'` is asserted below, on
// the tablet itself. Mutation partners: a save or a queue that answers before its transaction is done (`within.done` not
// awaited); a finish that forgets the open response in a step of its own, before the queue has it.

const KILLS = 20

type Run = { stall: AtStall; tablet: Tablet; random: () => number; asked: number }

/** Ends every process of the browser, and starts it again on the same profile. */
const crash = async (run: Run): Promise<Page> => {
  await run.tablet.kill()
  run.tablet = await run.stall.tablet()
  await run.tablet.page.goto(`${run.stall.road.address}/stall`)
  return run.tablet.page
}

const at = (page: Page): string => new URL(page.url()).pathname

/** What the tablet's response says to a question, as the person finds it when they look again. */
const answerOn = async (page: Page, run: Run): Promise<string> => {
  await page.goto(`${run.stall.road.address}/questions/quick`)
  return page.locator('textarea').first().inputValue()
}

/** Types, presses, and dies: at any moment, or just when the next page says that it was kept. True where it was kept, and said so. */
const killWhileSaving = async (run: Run, words: string): Promise<{ told: boolean; kept: boolean }> => {
  const { page } = run.tablet
  await page.goto(`${run.stall.road.address}/questions/quick`)
  await page.locator('textarea').first().fill(words)
  const told = page.waitForURL('**/check').then(
    () => true,
    () => false,
  )
  await page.getByRole('button', { name: 'Continue' }).click({ noWaitAfter: true })
  const moment = run.random() < 0.5 ? told : pause(run.random() * 150, false)
  const wasTold = await moment
  const again = await crash(run)
  await told
  return { told: wasTold, kept: (await answerOn(again, run)) === words }
}

/** Finishes, and dies: the response is either still being written or in the queue, never nowhere. */
const killWhileFinishing = async (
  run: Run,
  before: number,
): Promise<{ told: boolean; kept: boolean; waiting: number }> => {
  const { page } = run.tablet
  await page.goto(`${run.stall.road.address}/check`)
  await press(page, 'I have finished')
  const told = page
    .getByRole('heading', { name: 'This tablet is empty.' })
    .waitFor()
    .then(
      () => true,
      () => false,
    )
  await page.getByRole('button', { name: 'Put it into the tray' }).click({ noWaitAfter: true })
  const wasTold = await (run.random() < 0.5 ? told : pause(run.random() * 150, false))
  let again = await crash(run)
  await told
  if (at(again) !== '/stall') {
    if (at(again) !== '/handover') await again.goto(`${run.stall.road.address}/handover`)
    await press(again, 'Put it into the tray')
    await again.goto(`${run.stall.road.address}/stall`)
    return { told: wasTold, kept: !wasTold, waiting: before + 1 }
  }
  again = run.tablet.page
  return { told: wasTold, kept: (await again.innerText('#standing')).includes(WAITS(before + 1)), waiting: before + 1 }
}

test(
  'a browser killed 20 times in the middle: what the tablet said it kept, it kept',
  () =>
    withTablet(async (stall) => {
      const seed = randomInt(2 ** 31)
      const { cards } = await makeStall(stall)
      const run: Run = { stall, tablet: await stall.tablet(), random: chance(seed), asked: 0 }
      await pair(run.tablet.page, stall, cards[0]!)
      stall.road.cut()
      const seen = { told: 0, 'told and lost': 0, 'kept untold': 0 }
      const note = ({ told, kept }: { told: boolean; kept: boolean }) => {
        if (told) seen.told += 1
        if (told && !kept) seen['told and lost'] += 1
        if (!told && kept) seen['kept untold'] += 1
      }
      let [people, open] = [0, false]
      for (let kill = 0; kill < KILLS; kill += 1) {
        if (!open) await begin(run.tablet.page, { quick: true })
        open = true
        if (kill % 4 < 3) note(await killWhileSaving(run, `Said before kill ${kill}.`))
        else {
          const { waiting, ...how } = await killWhileFinishing(run, people)
          note(how)
          people = waiting
          open = false
        }
      }
      stall.road.open()
      expect(await lookForServer(stall, run.tablet.page)).toContain(NOTHING_WAITS)
      sayFigures('D3', { seed, kills: KILLS, ...seen, 'finished responses': people })
      expect(seen['told and lost']).toBe(0)
      expect(await keptBy(stall)).toHaveLength(people)
    }),
  400_000,
)

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
