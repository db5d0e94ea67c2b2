import type { Page } from 'playwright-core'
import { median } from '../promises/figures.ts'
import type { Tablet } from './chromium.ts'
import { begin, fillPage, makeStall, pair, press } from './people.ts'
import { slowed } from './slowed.ts'
import type { AtStall } from './withTablet.ts'

/** Bytes that came down for a first visit and for a tablet that is ready: heads too, nothing compressed. */
export type Bytes = { firstVisit: number; ready: number; tablet: Tablet }

/** Milliseconds to a page, and on a processor four times as slow. */
export type PageTime = { path: string; ms: number; slowMs: number }

const BEFORE = ['/stall', '/stall/hello', '/stall/empty']
const AFTER = ['/tasks', '/questions/q1', '/questions/q7', '/check']
const TIMES = 15

/** How long the tablet itself takes to answer a page, the median of several. */
const answersIn = async (page: Page, path: string): Promise<number> =>
  median(
    await page.evaluate(
      async ({ path, times }) => {
        const all: number[] = []
        for (let time = 0; time < times; time += 1) {
          const begun = performance.now()
          await (await fetch(path)).text()
          all.push(performance.now() - begun)
        }
        return all
      },
      { path, times: TIMES },
    ),
  )

/** Visits the site for the first time, and makes another tablet ready: what comes down for each. */
export const measureBytes = async (stall: AtStall): Promise<Bytes> => {
  const { road, tablet } = stall
  const visitor = await tablet('visitor')
  road.open()
  await visitor.page.goto(road.address, { waitUntil: 'networkidle' })
  const firstVisit = road.down()
  await visitor.quit()

  const made = await tablet()
  const { cards } = await makeStall(stall)
  road.open()
  await pair(made.page, stall, cards[0]!)
  return { firstVisit, ready: road.down(), tablet: made }
}

/** Cuts the road, and asks a tablet that is ready for pages, before and after somebody begins. */
export const measurePages = async ({ road }: AtStall, tablet: Tablet): Promise<PageTime[]> => {
  const { page } = tablet
  road.cut()
  const pages: PageTime[] = []
  const time = async (paths: string[]) => {
    for (const path of paths) {
      const ms = await answersIn(page, path)
      pages.push({ path, ms, slowMs: await slowed(tablet, () => answersIn(page, path)) })
    }
  }
  await time(BEFORE)
  await begin(page)
  await fillPage(page, { 'q1-reasons': 'It is the only lit door.' })
  await press(page, 'Continue')
  await time(AFTER)
  return pages
}
