import type { Page } from 'playwright-core'
import { standBetween } from '../stall/between.ts'
import { keptBy } from '../stall/kept.ts'
import { wordsShown } from '../stall/lookIn.ts'
import { answerAll, begin, fillPage, makeStall, pair, press, printIt } from '../stall/people.ts'
import { withSmallDisk } from '../stall/smallDisk.ts'
import { finishUnsent, lookForServer, NOTHING_WAITS, WAITS } from '../stall/waitingPage.ts'
import { type AtStall, withTablet } from '../stall/withTablet.ts'
import { MORNING } from '../web/withHouse.ts'

/** A stall with one paired tablet. */
const withOne = (story: (stall: AtStall, page: Page, shift: string) => Promise<void>) =>
  withTablet(async (stall) => {
    const { cards, shifts } = await makeStall(stall)
    const { page } = await stall.tablet()
    await pair(page, stall, cards[0]!)
    await story(stall, page, shifts[0]!)
  })

const wordsKept = async (stall: AtStall) => (await keptBy(stall)).map(({ answers }) => answers['q4-reasons'])

test('a tablet whose clock is years off says so, and its responses have the server’s times', () =>
  withOne(async (stall, page) => {
    await page.getByText(/This tablet’s clock is [\d,]+ days ahead/).waitFor()
    await finishUnsent(stall, page, 'At the right time.')
    stall.road.open()
    await lookForServer(stall, page)
    const [kept] = await keptBy(stall)
    expect(Math.abs(kept!.begunAt - MORNING)).toBeLessThan(120_000)
    expect(kept!.savedAt! - kept!.begunAt).toBeLessThan(120_000)
  }))

test('a full tablet says that it could not, keeps what was typed on the page, and goes on once there is room', () =>
  withTablet((stall) =>
    withSmallDisk(stall.profile(), async (disk) => {
      const { cards } = await makeStall(stall)
      const { page, kill } = await stall.tablet()
      await pair(page, stall, cards[0]!)
      await begin(page, { quick: true })
      const said = { 'q4-reasons': 'A long word to keep. '.repeat(900).trim() }
      await fillPage(page, said)
      disk.fill()
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByText(/No answer came|This tablet is full|Something went wrong/).waitFor()
      expect((await wordsShown(page, [said['q4-reasons']])).length).toBeGreaterThan(0)
      disk.makeRoom()
      await page.goto(`${stall.road.address}/questions/quick`)
      await answerAll(page, said)
      await press(page, 'I have finished')
      await printIt(page)
      await lookForServer(stall, page)
      expect(await wordsKept(stall)).toEqual([said['q4-reasons']])
      await kill()
    }),
  ))

test('two tabs are one tablet: what a tab still shows of the last person is not put into the next one’s mouth', () =>
  withOne(async (stall, page) => {
    await begin(page, { quick: true })
    const other = await page.context().newPage()
    await other.goto(`${stall.road.address}/questions/quick`)
    await fillPage(other, { 'q4-reasons': 'Typed by the first in the other tab.' })
    await answerAll(page, { 'q4-reasons': 'Said by the first.' })
    await press(page, 'I have finished')
    await printIt(page)
    await begin(page, { quick: true })
    const late = other.getByRole('button', { name: 'Continue' })
    if (await late.count()) await late.click({ noWaitAfter: true }).catch(() => {})
    await answerAll(page, { 'q4-reasons': 'Said by the second.' })
    await press(page, 'I have finished')
    await printIt(page)
    await lookForServer(stall, page)
    expect(await wordsKept(stall)).toEqual(['Said by the first.', 'Said by the second.'])
    expect(await other.content()).not.toContain('by the first')
  }))

test('a new release of the site in mid-shift loses nothing, and waits until nobody is in the middle of a form', () =>
  withOne(async (stall, page) => {
    const version = () => page.evaluate(async () => (await caches.keys()).sort().join())
    await finishUnsent(stall, page, 'Said on the old release.')
    await begin(page, { quick: true })
    await fillPage(page, { 'q4-reasons': 'Said across both.' })
    const changed = { '/tablet.js': (script: string) => `${script}\n// A newer release.` }
    await standBetween(stall, changed, async () => {
      stall.road.open()
      const before = await version()
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready
        await registration.update()
      })
      await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null)
      expect(await version()).toBe(before)
      expect(await page.locator('textarea').first().inputValue()).toBe('Said across both.')
      await answerAll(page, {})
      await press(page, 'I have finished')
      await printIt(page)
      await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting === null)
      expect(await lookForServer(stall, page)).toContain(NOTHING_WAITS)
    })
    expect(await wordsKept(stall)).toEqual(['Said on the old release.', 'Said across both.'])
  }))

test('a revoked tablet begins nobody, says so, and gives what waits on it as a file', () =>
  withOne(async (stall, page, shift) => {
    await finishUnsent(stall, page, 'Waiting, and then revoked.')
    await stall.house.site.stalls.revoke(shift, MORNING)
    stall.road.open()
    const said = await lookForServer(stall, page)
    expect(said).toContain(WAITS(1))
    expect(said).toContain('card was ended by the organiser')
    expect(await page.getByRole('button', { name: 'Next person' }).count()).toBe(0)
    const file = await page.evaluate(async () => (await fetch('/stall/rescue')).json())
    expect(file.entries).toHaveLength(1)
    expect(JSON.stringify(file)).not.toContain('revoked')
    expect(await keptBy(stall)).toEqual([])
  }))
