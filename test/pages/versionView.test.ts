import type { Delivery } from '../../src/delivery/delivery.ts'
import type { Sent } from '../../src/delivery/sending.ts'
import type { Site } from '../../src/pages/site.ts'
import { versionView } from '../../src/pages/versionView.ts'
import { accepted, closing, deliveryAt, HOUR, MINUTE, mopac, submissionAt } from '../delivery/samples.ts'

const site = { consultation: mopac, sending: { way: 'mx' } } as Site
const [first, second] = [closing - 10 * HOUR, closing - 5 * HOUR]
const versionAt = (version: number, at: number, delivery: Partial<Delivery> | null = {}): Sent => ({
  submission: submissionAt(at, { id: `s${version}`, version }),
  response: delivery && deliveryAt(at, delivery),
  earlier: [],
  copy: null,
})
const provedAt = (at: number) => {
  return { responseId: 'r1', address: 'ann@people.example', askedAt: 0, wrongTries: 0, provedAt: at } as never
}
const views = (versions: Sent[], proof = provedAt(first - MINUTE)) =>
  versions.map((_, index) => versionView(site, versions, index, proof, closing - HOUR))
const confirmed = (versions: Sent[], proof: never) =>
  views(versions, proof).map(({ steps }) => steps.some(({ words }) => words === 'Confirmed your email address'))

test('a confirmation stands with the version that it was given for, and with no other', () => {
  const both = [versionAt(2, second), versionAt(1, first)]
  expect(confirmed(both, provedAt(first - MINUTE))).toEqual([false, true])
  expect(confirmed(both, provedAt(second - MINUTE))).toEqual([true, false])
  expect(confirmed(both, provedAt(second + MINUTE))).toEqual([false, false])
})

test('an older version says that it is replaced once a later one was taken, and until then that it is to be', () => {
  const replaced = (delivery: Partial<Delivery> | null) =>
    views([versionAt(2, second, delivery), versionAt(1, first, accepted(first))]).map((each) => each.replaced)
  expect(replaced(accepted(second))).toEqual([null, 'Replaced by version 2'])
  expect(replaced({})).toEqual([null, 'Version 2 is to replace it'])
  expect(replaced(null)).toEqual([null, null])
  expect(replaced({ withdrawnAt: second })).toEqual([null, null])
})

test('only the newest version asks for anything to be done', () => {
  const refused = { refusedAt: second, refusedWords: '550 5.1.1 No' }
  expect(views([versionAt(2, second, refused), versionAt(1, first, refused)]).map(({ remedy }) => remedy)).toEqual([
    'now',
    null,
  ])
})
