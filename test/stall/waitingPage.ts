import type { Page } from 'playwright-core'
import { goThrough, printIt } from './people.ts'
import type { AtStall } from './withTablet.ts'

/** One person finishes on the short way while there is no signal. */
export const finishUnsent = async ({ road }: AtStall, page: Page, words: string): Promise<void> => {
  road.cut()
  await goThrough(page, { 'q4-reasons': words }, { quick: true })
  await printIt(page)
}

/** Has the tablet look for its server, waits until a round is over, and answers what the shift's page then says. */
export const lookForServer = async ({ road }: AtStall, page: Page): Promise<string> => {
  await page.goto(`${road.address}/stall`)
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        navigator.serviceWorker.addEventListener('message', ({ data }) => data?.changed && resolve())
        navigator.serviceWorker.controller?.postMessage({ round: true })
      }),
  )
  await page.reload()
  return page.innerText('main')
}

/** What the shift's page says of so many responses that wait. */
export const WAITS = (count: number) => `Saved on this tablet, waiting to send (${count})`

/** What it says of none. */
export const NOTHING_WAITS = 'Nothing waits on this tablet.'
