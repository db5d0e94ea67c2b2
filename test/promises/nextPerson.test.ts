import { type Changed, standBetween } from '../stall/between.ts'
import { makeWords } from '../stall/canaries.ts'
import { without } from '../stall/partners.ts'
import { begin } from '../stall/people.ts'
import { tracesOnDisk } from '../stall/traces.ts'
import { type Found, firstPerson, lookAround, lookOnTheWay, saidWith } from '../stall/twoPeople.ts'
import { type AtStall, withTablet } from '../stall/withTablet.ts'
import { sayFigures } from './figures.ts'
import { until } from './waiting.ts'

// D1. Its mutation partners run below: the product's own scripts with one thing taken out of them.

const WORDS = 40
const PATIENCE_MS = 300_000

/** Two people one after the other, a crash and the tabs again; answers all that was found of the first. */
const twoPeople = async (stall: AtStall, words: string[]) => {
  const first = await stall.tablet()
  const { page } = first
  await firstPerson(stall, page, saidWith(words))
  const found = await lookAround(page, words)
  await begin(page)
  found.push(...(await lookOnTheWay(page, words)), ...(await lookAround(page, words)))
  await until(() => tracesOnDisk([page.url()], `${stall.profile()}/Default/Sessions`).length > 0, 'its session')
  await first.kill()
  const crashed = tracesOnDisk(words, stall.profile())
  const again = await stall.tablet()
  const tab = () => again.context.pages().find((one) => one.url().startsWith(stall.road.address))
  found.push(...(await lookAround(await until(tab, 'the tab that was open'), words)))
  await again.quit()
  return { found, disk: [...crashed, ...tracesOnDisk(words, stall.profile())] }
}

test(
  'the next person sees nothing of the last one, and the disk keeps nothing',
  () =>
    withTablet(async (stall) => {
      const words = makeWords(WORDS)
      const { found, disk } = await twoPeople(stall, words)
      sayFigures('D1', { words: words.length, 'found on pages': found.length, 'found on the disk': disk.length })
      expect({ found, disk }).toEqual({ found: [], disk: [] })
    }),
  PATIENCE_MS,
)

/** One person on the short way, with scripts that were changed; answers where their words were found. */
const withChanged = async (changed: Changed) => {
  const words = makeWords(3)
  const said = { 'q4-reasons': words[0]!, name: words[1]!, postcode: words[2]! }
  const seen = { found: [] as Found[], disk: new Set<string>() }
  await withTablet((stall) =>
    standBetween(stall, changed, async () => {
      const tablet = await stall.tablet()
      await firstPerson(stall, tablet.page, said, { quick: true })
      seen.found = await lookAround(tablet.page, words, 4)
      await tablet.kill()
      seen.disk = new Set(tracesOnDisk(words, stall.profile()).map(({ file }) => file.split('/')[1]!))
    }),
  )
  return { onPages: new Set(seen.found.map(({ word }) => word)).size, onDisk: [...seen.disk] }
}

test.each<[keyof typeof without, { onPages: number; onDisk: string[] }]>([
  ['nothing', { onPages: 0, onDisk: [] }],
  ['guard', { onPages: 3, onDisk: [] }],
  ['forms', { onPages: 0, onDisk: ['Sessions'] }],
  ['sealing', { onPages: 3, onDisk: ['IndexedDB'] }],
])(
  'partner: without %s, this is found',
  async (what, found) => {
    expect(await withChanged(without[what])).toEqual(found)
  },
  PATIENCE_MS,
)
