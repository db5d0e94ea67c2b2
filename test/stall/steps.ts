import type { Page } from 'playwright-core'

/** Presses Back or Forward as a hand does: no page waits for it, and a page out of the cache does not load again. */
export const step = (page: Page, by: -1 | 1): Promise<void> =>
  page.evaluate((steps) => void setTimeout(() => history.go(steps)), by)
