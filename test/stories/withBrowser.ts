import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core'
import { chromium } from '../run/tools.ts'
import { type TestHouse, withHouse } from '../web/withHouse.ts'

const quietly = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** An old phone, as wide as most of them, with a finger and not a mouse. */
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

export type Day = TestHouse & {
  /** A browser of its own for somebody: nothing is shared with the others'. */
  visitor(options?: BrowserContextOptions): Promise<Page>
}

const launch = (): Promise<Browser> => {
  const executablePath = chromium()
  if (!executablePath) throw new Error('There is no Chromium; npm test says how to get one.')
  return driver.launch({ executablePath, args: quietly })
}

/** The whole product, as these options make it, and a real Chromium, for one story. */
export const withDay = (
  story: (day: Day) => Promise<void>,
  options: Parameters<typeof withHouse>[1] = {},
): Promise<void> =>
  withHouse(async (house) => {
    const browser = await launch()
    const visitor = async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({ baseURL: house.address, locale: 'en-GB', ...options })
      context.setDefaultTimeout(10_000)
      return context.newPage()
    }
    try {
      await story({ ...house, visitor })
    } finally {
      await browser.close()
    }
  }, options)
