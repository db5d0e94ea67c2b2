import type { Page } from 'playwright-core'
import { wordsKept, wordsShown } from '../stall/lookIn.ts'
import { goThrough, makeStall, pair, press } from '../stall/people.ts'
import { tracesOnDisk } from '../stall/traces.ts'
import { lookAround } from '../stall/twoPeople.ts'
import { lookForServer } from '../stall/waitingPage.ts'
import { type AtStall, withTablet } from '../stall/withTablet.ts'

// D1 and D4, for what opens a response: a private link that was shown on a tablet. Mutation partner: a link that lies in the
// tablet's database as it is shown.

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

test(
  'a private link that was shown is nowhere on the tablet once its person has it, and opens their answers',
  () =>
    withTablet(async (stall) => {
      const { cards } = await makeStall(stall)
      const { page, kill } = await stall.tablet()
      await pair(page, stall, cards[0]!)
      stall.road.cut()
      const token = await takeAlong(stall, page)
      expect(await wordsShown(page, [token])).not.toEqual([])
      await press(page, 'I have it: clear this tablet')
      await page.getByRole('heading', { name: 'This tablet is empty.' }).waitFor()
      expect(await lookAround(page, [token], 4)).toEqual([])
      expect(await wordsKept(page, [token])).toEqual([])
      stall.road.open()
      await lookForServer(stall, page)
      const opened = await stall.house.site.responses.openBy('link', token)
      expect(opened?.answers['q4-reasons']).toBe('I take it along.')
      await kill()
      expect(tracesOnDisk([token], stall.profile())).toEqual([])
    }),
  PATIENCE_MS,
)
