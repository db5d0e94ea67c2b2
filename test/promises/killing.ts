import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Tablet } from '../stall/chromium.ts'
import { begin, press } from '../stall/people.ts'
import { WAITS } from '../stall/waitingPage.ts'
import type { AtStall } from '../stall/withTablet.ts'

/** A tablet that is killed again and again; `waiting` is how many finished responses should be on it. */
export type Run = { stall: AtStall; tablet: Tablet; random: () => number; waiting: number }

/** Whether the tablet said that it kept something before it was killed, and whether it is there afterwards. */
export type Kept = { told: boolean; kept: boolean }

const QUICK = '/questions/quick'

const at = (page: Page): string => new URL(page.url()).pathname

const goTo = async ({ stall, tablet: { page } }: Run, path: string): Promise<Page> => {
  if (at(page) !== path) await page.goto(stall.road.address + path)
  return page
}

/** Ends every process of the browser, and starts it again on the same profile. */
const crash = async (run: Run, path: string): Promise<Page> => {
  await run.tablet.kill()
  run.tablet = await run.stall.tablet()
  await run.tablet.page.goto(run.stall.road.address + path)
  return run.tablet.page
}

/** Presses a button and dies: at any moment, or just when the next page says that it was kept, which is what it answers. */
const dieAt = async (run: Run, button: string, said: (page: Page) => Promise<unknown>, path: string) => {
  const { page } = run.tablet
  const told = said(page).then(
    () => true,
    () => false,
  )
  await page.getByRole('button', { name: button }).click({ noWaitAfter: true })
  const wasTold = await (run.random() < 0.5 ? told : pause(run.random() * 150, false))
  const again = await crash(run, path)
  await told
  return { told: wasTold, again }
}

/** Types, presses, and dies. */
export const killWhileSaving = async (run: Run, words: string): Promise<Kept> => {
  const page = await goTo(run, QUICK)
  await page.locator('textarea').first().fill(words)
  const { told, again } = await dieAt(run, 'Continue', (seen) => seen.waitForURL('**/check'), QUICK)
  return { told, kept: (await again.locator('textarea').first().inputValue()) === words }
}

const showsEmpty = (page: Page) => page.getByRole('heading', { name: 'This tablet is empty.' }).waitFor()

/** Finishes, and dies: the response is either still being written or in the queue, never nowhere. */
export const killWhileFinishing = async (run: Run): Promise<Kept> => {
  await press(await goTo(run, '/check'), 'I have finished')
  const { told, again } = await dieAt(run, 'Put it into the tray', showsEmpty, '/stall')
  run.waiting += 1
  if (at(again) === '/stall') return { told, kept: (await again.innerText('#standing')).includes(WAITS(run.waiting)) }
  await press(await goTo(run, '/handover'), 'Put it into the tray')
  await goTo(run, '/stall')
  return { told, kept: !told }
}

const A_PERSON = 5

/** Kills it so often, each fifth time while somebody finishes; answers what became of what it was told to keep. */
export const killMany = async (run: Run, kills: number, first = 0): Promise<Kept[]> => {
  const all: Kept[] = []
  for (let kill = first; kill < first + kills; kill += 1) {
    if (kill % A_PERSON === 0 || kill === first) await begin(run.tablet.page, { quick: true })
    if (kill % A_PERSON === A_PERSON - 1) all.push(await killWhileFinishing(run))
    else all.push(await killWhileSaving(run, `Said before kill ${kill}.`))
  }
  return all
}
