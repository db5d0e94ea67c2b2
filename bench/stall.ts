import { clearInterval, setInterval } from 'node:timers'
import type { Page } from 'playwright-core'
import { median } from '../test/promises/figures.ts'
import type { Tablet } from '../test/stall/chromium.ts'
import { begin, makeStall, pair } from '../test/stall/people.ts'
import { firstVisit, readyTablet } from '../test/stall/sizes.ts'
import { withTablet } from '../test/stall/withTablet.ts'
import { atMost, type Figure, told } from './bars.ts'

const KB = 1000
const TIMES = 30
const [ON_MS, SLOWNESS] = [5, 4]

/** Lets a browser, all of its processes, run a quarter of the time: a processor four times as slow. */
const slowed = async <Result>(tablet: Tablet, use: () => Promise<Result>): Promise<Result> => {
  let turn = 0
  const timer = setInterval(() => {
    turn = (turn + 1) % SLOWNESS
    tablet.signal(turn === 0 ? 'SIGCONT' : 'SIGSTOP')
  }, ON_MS)
  try {
    return await use()
  } finally {
    clearInterval(timer)
    tablet.signal('SIGCONT')
  }
}

/** How long (ms) the worker takes for a page, from the request to its last byte, each of several times. */
const timesOf = (page: Page, path: string): Promise<number[]> =>
  page.evaluate(
    async ({ path, times }) => {
      const found: number[] = []
      for (let time = 0; time < times; time += 1) {
        const began = performance.now()
        await (await fetch(path)).text()
        found.push(performance.now() - began)
      }
      return found
    },
    { path, times: TIMES },
  )

const pageTimes = async (tablet: Tablet): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const [name, path] of [
    ['the list of questions', '/tasks'],
    ['a question', '/questions/q4'],
  ] as const) {
    figures.push(told(`${name}, from the worker`, median(await timesOf(tablet.page, path)), 'ms'))
    const slow = await slowed(tablet, () => timesOf(tablet.page, path))
    figures.push(atMost(`${name}, from the worker, on a processor 4 times as slow`, median(slow), 100, 'ms'))
  }
  return figures
}

/** What a stall asks of a phone and of a tablet: bytes to fetch, and how long its own worker takes for a page. */
export const measureStall = async (): Promise<Figure[]> => {
  const figures: Figure[] = []
  await withTablet(async (stall) => {
    const { address } = stall
    figures.push(atMost('first visit, all files', (await firstVisit(address)).bytes / KB, 250, 'kB'))
    figures.push(atMost('tablet ready for a day without signal', (await readyTablet(address)).bytes / KB, 3000, 'kB'))
    const { cards } = await makeStall(stall)
    const tablet = await stall.tablet()
    await pair(tablet.page, stall, cards[0]!)
    await begin(tablet.page)
    figures.push(...(await pageTimes(tablet)))
  })
  return figures
}
