// Takes the pictures of docs/stalls.md anew, from the pages themselves: node src/launch.mjs test/stall/takePictures.ts
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { answerAll, begin, goThrough, makeStall, pair, press, printIt } from './people.ts'
import { type AtStall, withTablet } from './withTablet.ts'

const folder = join(import.meta.dirname, '../../docs/pictures')
const said = { 'q4-reasons': 'My mother walks there, and she has no computer.', name: 'Ada Obi' }

// The house lives in 2017 and the browser does not: what the tablet says of its clock is true here, and nowhere else.
const takerOf = (page: Page) => async (name: string) => {
  await page.evaluate(() => document.querySelector('#troubles .notice')?.remove())
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `stall-${name}.png`), animations: 'disabled' })
}

const withSignal = async (page: Page, take: (name: string) => Promise<void>) => {
  await take('shift')
  await press(page, 'Next person')
  await take('hello')
  await page.getByRole('link', { name: 'Not now' }).click()
  await goThrough(page, said, { quick: true })
  await take('handover')
  await printIt(page)
  await take('empty')
}

const withoutSignal = async (stall: AtStall, page: Page, take: (name: string) => Promise<void>) => {
  stall.road.cut()
  await begin(page, { quick: true })
  await take('question')
  await page.evaluate(() => localStorage.setItem('stall-touched', String(Date.now() - 90_000)))
  await page.getByRole('alertdialog').waitFor()
  await take('asks')
  await page.getByRole('button', { name: 'I am still here' }).click()
  await answerAll(page, said)
  await press(page, 'I have finished')
  await page.getByText('Take it away on my phone').click()
  await press(page, 'Show me the link')
  await take('phone')
  await press(page, 'I have it: clear this tablet')
  await page.getByRole('link', { name: 'To the stall’s page' }).click()
  await page.getByText('waiting to send (1)').waitFor()
  await take('no-signal')
}

mkdirSync(folder, { recursive: true })
await withTablet(async (stall) => {
  const { cards } = await makeStall(stall)
  const { page } = await stall.tablet('tablet', ['--hide-scrollbars'])
  await page.setViewportSize({ width: 600, height: 800 })
  await pair(page, stall, cards[0]!)
  const take = takerOf(page)
  await withSignal(page, take)
  await withoutSignal(stall, page, take)
})
