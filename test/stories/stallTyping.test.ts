import type { Page } from 'playwright-core'
import { until } from '../promises/waiting.ts'
import { begin, makeStall, pair } from '../stall/people.ts'
import { withTablet } from '../stall/withTablet.ts'

/** When the tablet's own worker last heard of a touch, as it lies in its database. */
const touchedAt = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('tablet')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const asking = opening.result.transaction('using').objectStore('using').get('now')
          asking.onsuccess = () => resolve(asking.result.touchedAt)
          asking.onerror = () => reject(asking.error)
          opening.result.close()
        }
      }),
  )

test('while somebody types on one page, the tablet knows that they are still there', () =>
  withTablet(async (stall) => {
    const { cards } = await makeStall(stall)
    const { page } = await stall.tablet()
    await pair(page, stall, cards[0]!)
    await begin(page)
    const opened = await touchedAt(page)
    const stillThere = async () => {
      await page.getByRole('textbox').first().pressSequentially('slowly ')
      return (await touchedAt(page)) > opened
    }
    await until(stillThere, 'the tablet to hear of what is typed', 15_000)
    expect(new URL(page.url()).pathname).toBe('/questions/q1')
  }))
