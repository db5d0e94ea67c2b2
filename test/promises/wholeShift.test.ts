import type { Page } from 'playwright-core'
import { type Changed, standBetween } from '../stall/between.ts'
import type { Break } from '../stall/carry.ts'
import { keptBy } from '../stall/kept.ts'
import { without } from '../stall/partners.ts'
import { type begin, goThrough, makeStall, pair, printIt, type Said } from '../stall/people.ts'
import { lookForServer, NOTHING_WAITS, WAITS } from '../stall/waitingPage.ts'
import { withTablet } from '../stall/withTablet.ts'
import { sayFigures } from './figures.ts'

// Its mutation partners run below: a form that is carried to the tablet with one font for both, or filled there with another
// title, differs.

type Come = { said: Said; how: Parameters<typeof begin>[1] }

const people: Come[] = [
  { said: { 'q4-reasons': 'My mother walks there.', name: 'Ada Obi', postcode: 'RM10 8RR' }, how: { quick: true } },
  {
    said: { 'q4-reasons': 'Łukasz & Zoë: “£35 – no”. '.repeat(80), name: 'Łukasz Ż' },
    how: { quick: true, size: 'Large' },
  },
  {
    said: {
      ...Object.fromEntries(['q1', 'q2', 'q3', 'q5', 'q6'].map((id) => [`${id}-reasons`, `To ${id}: keep it open.`])),
      ...{ 'q7-options': 'A desk\n\nin a post office.', name: 'Siobhán O’Brien', organisation: 'Heath Park tenants' },
    },
    how: { assisted: true },
  },
  { said: {}, how: { quick: true } },
  { said: { 'q4-reasons': 'I ran to the only lit door. '.repeat(200) }, how: { quick: true, size: 'Very large' } },
]

/** The form to print as the tablet itself makes it; its address stands in the page. */
const formOn = async (page: Page): Promise<Buffer> => {
  const text = await page.evaluate(async () => {
    const html = await (await fetch(location.href)).text()
    const answer = await fetch(/"(\/take\/[^"]+)"/.exec(html)![1]!)
    return Array.from(new Uint8Array(await answer.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('')
  })
  return Buffer.from(text, 'latin1')
}

const breaks: Break[] = [
  { way: 'up', after: 700, how: 'cut' },
  { way: 'down', after: 200, how: 'cut' },
  { way: 'up', after: 1500, how: 'cut' },
  { way: 'down', after: 900, how: 'cut' },
]

/** People come while there is no signal, and then it is back by way of some breaks; answers what the server has, and how many forms differ from its own. */
const shiftOf = async (come: Come[], ways: Break[], changed: Changed) => {
  const found = { said: [] as unknown[], differing: 0, inTray: 0 }
  await withTablet((stall) =>
    standBetween(stall, changed, async () => {
      const { id, cards } = await makeStall(stall)
      const { page } = await stall.tablet()
      await pair(page, stall, cards[0]!)
      stall.road.cut()
      const forms: Buffer[] = []
      for (const { said, how } of come) {
        await goThrough(page, said, how)
        forms.push(await formOn(page))
        await printIt(page)
      }
      await page.getByText(WAITS(come.length)).waitFor()
      expect(await keptBy(stall)).toEqual([])

      for (const how of ways) {
        stall.road.breakAt('POST /stall/sync/', how)
        await lookForServer(stall, page)
        expect(stall.road.broken()).toBeGreaterThan(0)
      }
      stall.road.open()
      expect(await lookForServer(stall, page)).toContain(NOTHING_WAITS)

      const kept = await keptBy(stall)
      const { form, stalls } = stall.house.site
      const made = await Promise.all(kept.map(({ answers, reference }) => form.fill(answers, reference, 'final')))
      found.differing = made.filter(({ bytes }, at) => !forms[at]?.equals(bytes)).length
      found.said = kept.map(({ answers }) => [answers.name, answers['q4-reasons']])
      const tray = (await stalls.tray(id)).map(({ responseId }) => responseId)
      found.inTray = kept.filter(({ id }) => tray.includes(id)).length
    }),
  )
  return found
}

test('a whole shift without signal: five people, five forms as the server would have made them, all five there in the end', async () => {
  const { said, differing, inTray } = await shiftOf(people, breaks, without.nothing)
  sayFigures('Whole shift', { people: people.length, kept: said.length, 'forms that differ': differing })
  expect(said).toEqual(people.map(({ said }) => [said.name, said['q4-reasons']?.trim()]))
  expect({ differing, inTray }).toEqual({ differing: 0, inTray: people.length })
}, 300_000)

test.each(['font', 'title'] as const)('partner: a form that a tablet fills with another %s differs', async (what) =>
  expect(await shiftOf([people[4]!], [], without[what])).toMatchObject({ differing: 1 }),
)
