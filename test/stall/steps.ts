import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'

const SETTLES_MS = 250

/**
 * Presses Back or Forward as a hand does, and looks up a moment later: a page out of the cache does not load again, and
 * where nothing lies behind, nothing happens that could be waited for.
 */
export const step = async (page: Page, by: -1 | 1): Promise<void> => {
  await page.evaluate((steps) => void setTimeout(() => history.go(steps)), by)
  await pause(SETTLES_MS)
}
