import type { Page } from 'playwright-core'
import type { Break } from '../stall/carry.ts'
import { keptBy } from '../stall/kept.ts'
import { type begin, goThrough, makeStall, pair, printIt, type Said } from '../stall/people.ts'
import { lookForServer, NOTHING_WAITS, WAITS } from '../stall/waitingPage.ts'
import { withTablet } from '../stall/withTablet.ts'
import { sayFigures } from './figures.ts'

// Mutation partners: a form carried to the tablet without one of its fonts, or filled there with another title, differs.

const people: { said: Said; how: Parameters<typeof begin>[1] }[] = [
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

test(
  'a whole shift without signal: five people, five forms as the server would have made them, all five there in the end',
  () =>
    withTablet(async (stall) => {
      const { id, cards } = await makeStall(stall)
      const { page } = await stall.tablet()
      await pair(page, stall, cards[0]!)
      stall.road.cut()
      const forms: Buffer[] = []
      for (const { said, how } of people) {
        await goThrough(page, said, how)
        forms.push(await formOn(page))
        await printIt(page)
      }
      await page.getByText(WAITS(5)).waitFor()
      expect(await keptBy(stall)).toEqual([])

      for (const how of breaks) {
        stall.road.breakAt('POST /stall/sync/', how)
        await lookForServer(stall, page)
        expect(stall.road.broken()).toBeGreaterThan(0)
      }
      stall.road.open()
      expect(await lookForServer(stall, page)).toContain(NOTHING_WAITS)

      const kept = await keptBy(stall)
      const { form, stalls } = stall.house.site
      const made = await Promise.all(kept.map(({ answers, reference }) => form.fill(answers, reference, 'final')))
      const differing = made.filter(({ bytes }, at) => !forms[at]?.equals(bytes)).length
      const told = kept.map(({ answers }) => [answers.name, answers['q4-reasons']])
      sayFigures('Whole shift', { people: people.length, kept: kept.length, 'forms that differ': differing })
      expect(told).toEqual(people.map(({ said }) => [said.name, said['q4-reasons']?.trim()]))
      expect(differing).toBe(0)
      const tray = (await stalls.tray(id)).map(({ responseId }) => responseId)
      expect(tray.sort()).toEqual(kept.map(({ id }) => id).sort())
    }),
  300_000,
)
