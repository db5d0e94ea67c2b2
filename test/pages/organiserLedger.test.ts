import type { Entry } from '../../src/delivery/deliveryStore.ts'
import { showOrganiser } from '../../src/pages/organiser.ts'
import { MOST_AT_ONCE } from '../../src/pages/organiserHands.ts'
import { tellPeople, tryAgain } from '../../src/pages/organiserMend.ts'
import type { LedgerView } from '../../src/pages/organiserViews.ts'
import type { PageRequest } from '../../src/pages/request.ts'
import type { Site } from '../../src/pages/site.ts'
import { accepted, attempt, entry, NOW } from '../organisers/entries.ts'
import { organiserSite, requestAt } from './organiserSite.ts'

const look = async (entries: Entry[], more: Partial<Site> = {}, request: Partial<PageRequest> = {}) => {
  const { site, signedIn } = organiserSite(entries, more)
  const outcome = await showOrganiser(site, requestAt({ organiserKey: await signedIn(), ...request }))
  if (!('page' in outcome) || outcome.page !== 'organiser-ledger') throw new Error('not the ledger')
  return outcome.view
}

const refused = (words: string) => entry(5, { refusedAt: NOW, refusedWords: words })
const value = ({ numbers }: LedgerView, label: RegExp) => numbers.find((one) => label.test(one.label))?.value

test('a clock and six numbers', async () => {
  const view = await look([entry(5, accepted(4)), entry(3)])
  expect([view.left, view.at, view.numbers.length]).toEqual(['271 hours 30 minutes', '10:00:00', 6])
  expect(view.numbers.map((one) => one.value)).toEqual(['2', '2', '1', '1', '0', '1'])
})

test('a relay’s yes is never called accepted', async () => {
  const relayed = await look([entry(5, accepted(4, 'relay'))])
  expect(value(relayed, /^handed to our mail carrier$/)).toBe('1')
  expect(JSON.stringify(relayed)).not.toMatch(/accepted/)
  expect(value(await look([], { sending: { way: 'folder' } as Site['sending'] }), /sent to nobody/)).toBe('0')
  expect(value(await look([entry(5, accepted(4)), entry(5, accepted(4, 'relay'))]), /accepted or handed on/)).toBe('2')
})

test('one cause is one group with one button for all', async () => {
  const { hands } = await look([refused('550 No'), refused('550 No'), refused('554 Other')])
  expect(hands.map(({ heading, words, rows }) => [heading, words, rows.length])).toEqual([
    ['2 refused', '550 No', 2],
    ['1 refused', '554 Other', 1],
  ])
  expect(hands[0]!.again).toEqual({ letters: [expect.any(String), expect.any(String)], label: 'Try 2 again' })
  expect(hands[1]!.tell!.label).toBe('Tell the person')
})

test('of thousands a few are shown, and a press means a hundred', async () => {
  const { hands } = await look(Array.from({ length: 3000 }, () => refused('550 No')))
  expect(hands).toHaveLength(1)
  expect([hands[0]!.rows.length, hands[0]!.more, hands[0]!.heading]).toEqual([5, 2995, '3,000 refused'])
  expect(hands[0]!.again!.letters).toHaveLength(MOST_AT_ONCE)
})

test('what was never answered is not said to be asked again once the closing came', async () => {
  const open = attempt(20, 'the connection ended', { bodyEndedAt: NOW, answeredAt: null })
  const headings = async (more: object) => (await look([entry(30, { attempts: [open], ...more })])).hands[0]!.heading
  expect(await headings({})).toBe('1 may have arrived: we are asking again with the same message')
  expect(await headings({ abandonedAt: NOW })).toBe('1 may have arrived: no answer came')
})

test('the bars of the chart grow with the numbers, up to a round one', async () => {
  const { chart } = await look([...Array.from({ length: 13 }, () => entry(0)), entry(0, accepted(0))])
  const now = chart.hours.at(-1)!
  expect([chart.top, now.kept, now.taken, now.keptBar.height, now.takenBar.height]).toEqual(['20', 14, 1, '70%', '5%'])
  expect(chart.hours.filter(({ label }) => label).map(({ label }) => label)).toEqual(['11am', '5pm', '11pm', '5am'])
  expect((await look([])).chart.empty).toBe(true)
})

test('buttons mend what they name, for organisers alone', async () => {
  const { site, did, signedIn } = organiserSite()
  const fields = { letter: ['d1', 'gone', 'd2'] }
  expect(await tryAgain(site, requestAt({ fields }))).toMatchObject({ page: 'organiser' })
  expect(did).toEqual([])
  const organiserKey = await signedIn()
  expect(await tryAgain(site, requestAt({ fields, organiserKey }))).toEqual({ redirect: '/organiser?again=2' })
  expect(await tellPeople(site, requestAt({ fields, organiserKey }))).toEqual({
    redirect: '/organiser?told=2&before=0',
  })
  expect(did).toEqual(['again', 'told'].flatMap((what) => ['d1', 'gone', 'd2'].map((id) => [what, id])))
})

test('a press means no more than a hundred, whoever made it', async () => {
  const { site, did, signedIn } = organiserSite()
  const letter = Array.from({ length: 500 }, (_, at) => `d${at}`)
  await tellPeople(site, requestAt({ fields: { letter }, organiserKey: await signedIn() }))
  expect(did).toHaveLength(MOST_AT_ONCE)
})

test.each([
  [{ again: '12' }, 'Back in line: 12.'],
  [{ again: '0' }, 'Nothing is left here to try again.'],
  [{ told: '3' }, 'A letter goes to: 3. Each is written once.'],
  [{ told: '0', before: '1' }, 'They have been written to already.'],
  [{ told: '0', before: '0' }, 'Nobody can be told: there is no address.'],
  [{ told: '<b>' }, null],
  [{}, null],
])('after %j it says so', async (query: Record<string, string>, words) => {
  expect((await look([], {}, { query })).done).toBe(words)
})
