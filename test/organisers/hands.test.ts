import { readPack } from '../../src/consultation/readPack.ts'
import type { Delivery } from '../../src/delivery/delivery.ts'
import type { Entry } from '../../src/delivery/deliveryStore.ts'
import { ledgerOf } from '../../src/organisers/ledger.ts'
import { packs } from '../cli/command.ts'
import { accepted, attempt, entry, MINUTE, NOW } from './entries.ts'

const consultation = await readPack(packs.mopac)
const tally = { begun: 0, saved: 0, ownWays: { 'own-mailbox': 0, post: 0, hand: 0 } }

const handsOf = (entries: Entry[], now = NOW, pack = consultation) =>
  ledgerOf({ entries, keptUnsent: [], tally }, pack, now).hands

const three = [attempt(8), attempt(7), attempt(5, '451 4.7.1 Greylisted')]
const dotAnsweredByNobody = attempt(5, 'the connection ended', { bodyEndedAt: NOW - 5 * MINUTE, answeredAt: null })

const needing: [string, number, Partial<Delivery>][] = [
  ['waiting', 11, {}],
  ['waiting', 9, { attempts: three }],
  ['unknown', 6, { attempts: [dotAnsweredByNobody] }],
  ['set-aside', 1, { setAsideAt: NOW, setAsideWords: 'no message can be made of it' }],
  ['refused', 1, { refusedAt: NOW, refusedWords: '550 5.1.1 No such user' }],
  ['abandoned', 1, { abandonedAt: NOW }],
  ['bounced', 1, { ...accepted(1), bouncedAt: NOW, bouncedWords: '5.2.2 Mailbox full' }],
]

test.each(needing)('what is %s, kept %i minutes ago, needs a hand', (state, minutes, delivery) => {
  expect(handsOf([entry(minutes, delivery)])).toMatchObject([{ state }])
})

test.each([
  ['kept a moment ago', entry(9)],
  ['tried twice', entry(9, { attempts: three.slice(1) })],
  ['accepted', entry(500, accepted(5))],
  ['handed to a carrier', entry(500, accepted(5, 'relay'))],
  ['withdrawn', entry(500, { withdrawnAt: NOW })],
])('what was %s needs none', (_name, one) => {
  expect(handsOf([one])).toEqual([])
})

test('in the last quarter of an hour whatever waits for more than a minute needs a hand', () => {
  const last = consultation.closesAtMs - 15 * MINUTE
  const kept = (minutes: number) => [entry((NOW - last) / MINUTE + minutes)]
  expect(handsOf(kept(2), last)).toMatchObject([{ state: 'waiting' }])
  expect(handsOf(kept(1), last)).toEqual([])
  expect(handsOf(kept(2), last - 1)).toEqual([])
})

test('a hand has reference, version, times and the server’s words', () => {
  const one = entry(20, { attempts: three }, { version: 2, reference: 'K7MQ2FTD' })
  expect(handsOf([one])).toEqual([
    {
      ...{ deliveryId: one.delivery.id, reference: 'K7MQ2FTD', version: 2, state: 'waiting', tries: 3 },
      ...{ queuedAt: NOW - 20 * MINUTE, lastTryAt: NOW - 5 * MINUTE, nextTryAt: NOW + MINUTE },
      ...{
        words: '451 4.7.1 Greylisted',
        mayTryAgain: false,
        telling: `not-accepted ${one.submission.id} early`,
        toldAt: null,
      },
    },
  ])
})

test('what nothing mends by itself stands first, then the oldest', () => {
  const states = (entries: Entry[]) => handsOf(entries).map(({ state }) => state)
  const all = needing.map(([, minutes, delivery]) => entry(minutes, delivery))
  expect(states(all)).toEqual(['bounced', 'refused', 'set-aside', 'abandoned', 'unknown', 'waiting', 'waiting'])
  const [younger, older] = [entry(20), entry(30)]
  expect(handsOf([younger, older])[0]!.deliveryId).toBe(older.delivery.id)
})

test('what got nowhere may be tried again until the closing, and after it where the pack takes late ones', () => {
  const refused = [entry(1, { refusedAt: NOW })]
  const may = (now: number, pack = consultation) => handsOf(refused, now, pack)[0]!.mayTryAgain
  expect(may(consultation.closesAtMs - 1)).toBe(true)
  expect(may(consultation.closesAtMs)).toBe(false)
  expect(may(consultation.closesAtMs, { ...consultation, late: 'send' })).toBe(true)
})

test('of a deleted response nobody can be told', () => {
  expect(handsOf([entry(20, {}, { responseId: null, reference: null })])).toMatchObject([{ telling: null }])
})

test('a version that a later one replaced, and that was taken, needs no hand', () => {
  const first = entry(60, { refusedAt: NOW })
  const later = { version: 2, responseId: first.submission.responseId }
  expect(handsOf([first, entry(30, accepted(29), later)])).toEqual([])
  expect(handsOf([first, entry(5, {}, later)])).toMatchObject([{ state: 'refused' }])
})
