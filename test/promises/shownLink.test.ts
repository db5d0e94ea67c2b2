import type { Page } from 'playwright-core'
import { type Changed, standBetween } from '../stall/between.ts'
import { wordsKept, wordsShown } from '../stall/lookIn.ts'
import { without } from '../stall/partners.ts'
import { goThrough, makeStall, pair, press } from '../stall/people.ts'
import { tracesOnDisk } from '../stall/traces.ts'
import { lookAround } from '../stall/twoPeople.ts'
import { lookForServer } from '../stall/waitingPage.ts'
import { type AtStall, withTablet } from '../stall/withTablet.ts'

// D1 and D4, for what opens a response: a private link that was shown on a tablet. Its mutation partner runs below: a link that
// lies in the tablet's database as it is shown.

const PATIENCE_MS = 120_000

/** Somebody takes their answers along on their phone; answers the token of the link that they were shown. */
const takeAlong = async (stall: AtStall, page: Page): Promise<string> => {
  await goThrough(page, { 'q4-reasons': 'I take it along.' }, { quick: true })
  await page.getByText('Take it away on my phone').click()
  await press(page, 'Show me the link')
  const link = await page.locator('.stall-link').innerText()
  expect(link).toMatch(new RegExp(`^${stall.road.address}/r/[\\w-]{22}$`))
  return link.split('/').at(-1)!
}

/** Shows a link and clears it away; answers where it is found then, in the database while it is shown and on the disk at the end. */
const traceLink = async (changed: Changed) => {
  const found = { shown: 0, onPages: 0, kept: 0, onDisk: [] as string[] }
  await withTablet((stall) =>
    standBetween(stall, changed, async () => {
      const { cards } = await makeStall(stall)
      const { page, kill } = await stall.tablet()
      await pair(page, stall, cards[0]!)
      stall.road.cut()
      const token = await takeAlong(stall, page)
      expect(await wordsShown(page, [token])).not.toEqual([])
      found.shown = (await wordsKept(page, [token])).length
      await press(page, 'I have it: clear this tablet')
      await page.getByRole('heading', { name: 'This tablet is empty.' }).waitFor()
      found.onPages = (await lookAround(page, [token], 4)).length
      found.kept = (await wordsKept(page, [token])).length
      stall.road.open()
      await lookForServer(stall, page)
      const opened = await stall.house.site.responses.openBy('link', token)
      expect(opened?.answers['q4-reasons']).toBe('I take it along.')
      await kill()
      found.onDisk = [...new Set(tracesOnDisk([token], stall.profile()).map(({ file }) => file.split('/')[1]!))]
    }),
  )
  return found
}

test(
  'a private link that was shown is nowhere on the tablet once its person has it, and opens their answers',
  async () => expect(await traceLink(without.nothing)).toEqual({ shown: 0, onPages: 0, kept: 0, onDisk: [] }),
  PATIENCE_MS,
)

test(
  'partner: a link that lies in the database as it is shown is found on the disk',
  async () => {
    const found = await traceLink(without.linkSeal)
    expect(found).toEqual({ shown: 1, onPages: 0, kept: 0, onDisk: ['IndexedDB'] })
  },
  PATIENCE_MS,
)
