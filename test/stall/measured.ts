import type { Page } from 'playwright-core'
import { median } from '../promises/figures.ts'
import { begin, fillPage, makeStall, pair, press } from './people.ts'
import type { AtStall } from './withTablet.ts'

/** What a site costs a tablet: bytes that came down, heads too and nothing compressed, and milliseconds to a page. */
export type Measured = { firstVisit: number; ready: number; pages: { path: string; ms: number }[] }

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

/** Visits the site for the first time, pairs another tablet, and asks it for pages once somebody has begun. */
export const measureTablet = async (stall: AtStall): Promise<Measured> => {
  const { road, tablet } = stall
  const visitor = await tablet('visitor')
  road.open()
  await visitor.page.goto(road.address, { waitUntil: 'networkidle' })
  const firstVisit = road.down()
  await visitor.quit()

  const { page } = await tablet()
  const { cards } = await makeStall(stall)
  road.open()
  await pair(page, stall, cards[0]!)
  const ready = road.down()
  road.cut()
  const pages: Measured['pages'] = []
  for (const path of BEFORE) pages.push({ path, ms: await answersIn(page, path) })
  await begin(page)
  await fillPage(page, { 'q1-reasons': 'It is the only lit door.' })
  await press(page, 'Continue')
  for (const path of AFTER) pages.push({ path, ms: await answersIn(page, path) })
  return { firstVisit, ready, pages }
}
