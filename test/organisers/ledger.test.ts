import { readPack } from '../../src/consultation/readPack.ts'
import { ledgerOf } from '../../src/organisers/ledger.ts'
import { numbersOf, statesOf } from '../../src/organisers/numbers.ts'
import { oldestUnsentAt } from '../../src/organisers/oldestUnsent.ts'
import { readLedger } from '../../src/organisers/readLedger.ts'
import { packs } from '../cli/command.ts'
import { accepted, attempt, entry, MINUTE, NOW } from './entries.ts'

const consultation = await readPack(packs.mopac)
const tally = { begun: 9, saved: 7, ownWays: { 'own-mailbox': 3, post: 2, hand: 1 } }
const { closesAtMs } = consultation

const ledger = (entries = [entry(1)], now = NOW, pack = consultation) =>
  ledgerOf({ entries, keptUnsent: [], tally }, pack, now)

test('says how long is left in hours and minutes, and nothing once it has closed', () => {
  expect(ledger().closing).toEqual({ at: closesAtMs, left: '271 hours 30 minutes' })
  expect(ledger([], closesAtMs - 60 * MINUTE).closing.left).toBe('1 hour')
  expect(ledger([], closesAtMs - 59_999).closing.left).toBe('Less than a minute')
  expect(ledger([], closesAtMs).closing.left).toBeNull()
})

test('counts each response once, by where the letter of its last version is, and by its way', () => {
  const first = entry(60, accepted(59))
  const second = entry(30, {}, { version: 2, responseId: first.submission.responseId })
  const relayed = entry(20, accepted(19, 'relay'))
  const { states, ways, begun, saved } = ledger([first, second, relayed])
  expect(states).toMatchObject({ accepted: 0, waiting: 1, 'handed-over': 1, bounced: 0 })
  expect(ways).toEqual({ 'we-send': 2, 'own-mailbox': 3, post: 2, hand: 1 })
  expect([begun, saved]).toEqual([9, 7])
})

test('what became of those that were given to us adds up to as many; what was taken back is not given', () => {
  const first = entry(60, accepted(59))
  const replaced = entry(50, { abandonedAt: NOW }, { version: 2, responseId: first.submission.responseId })
  const newest = entry(40, accepted(39), { version: 3, responseId: first.submission.responseId })
  const got = [entry(9, { refusedAt: NOW }), entry(8, { setAsideAt: NOW }), entry(7), entry(6, accepted(5))]
  const all = ledger([first, replaced, newest, ...got, entry(5, { withdrawnAt: NOW }, { responseId: null })])
  const [, given, ...rest] = numbersOf(all, 'taken').map(({ value }) => Number(value))
  expect(given).toBe(5)
  expect(rest.slice(0, 3)).toEqual([2, 1, 2])
})

test('of a letter that was put back in line, the new journey counts; a yes outweighs what came after', () => {
  const bounced = entry(50, { ...accepted(49), bouncedAt: NOW - 40 * MINUTE })
  const again = entry(30, {}, bounced.submission)
  expect(ledger([again, bounced]).states).toMatchObject({ waiting: 1, bounced: 0 })
  expect(ledger([entry(50, accepted(1), again.submission), again]).states).toMatchObject({ accepted: 1, waiting: 0 })
})

test('names the oldest that is not sent', () => {
  const oldest = entry(90, { attempts: [attempt(80, '451 Greylisted')] })
  expect(ledger([entry(5), oldest, entry(200, accepted(3))]).oldestUnsent).toMatchObject({
    ...{ reference: oldest.submission.reference, queuedAt: NOW - 90 * MINUTE, state: 'waiting' },
  })
  expect(ledger([entry(200, accepted(3))]).oldestUnsent).toBeNull()
})

test('what may have arrived and is asked for no more is not called asked for, counted as waiting to go, or the oldest', async () => {
  const noAnswer = attempt(80, 'the connection ended', { bodyEndedAt: NOW, answeredAt: null })
  const asked = entry(90, { attempts: [noAnswer] })
  const over = entry(95, { attempts: [noAnswer], abandonedAt: NOW })
  const now = ledger([asked, over])
  expect(statesOf(now, 'MOPAC')).toEqual([
    { label: 'may have arrived: we are asking again with the same message', value: '1' },
    { label: 'may have arrived: no answer came', value: '1' },
  ])
  expect(now.oldestUnsent?.reference).toBe(asked.submission.reference)
  expect(await oldestUnsentAt({ entries: async () => [over] })).toBeNull()
  expect(await oldestUnsentAt({ entries: async () => [over, asked] })).toBe(asked.delivery.queuedAt)
})

test('lists what was late with its three times, whether it is sent or only kept', () => {
  const lateAt = closesAtMs + 4000
  const times = { onDeviceAt: closesAtMs - 60_000, firstByteAt: closesAtMs - 2000, committedAt: lateAt }
  const inTime = entry(1)
  const sent = entry(1, {}, { ...times, reference: 'SENT' })
  const kept = entry(1, {}, { ...times, committedAt: lateAt + 1, reference: 'KEPT' }).submission
  const { late } = ledgerOf({ entries: [inTime, sent], keptUnsent: [kept], tally }, consultation, closesAtMs + MINUTE)
  expect(late).toEqual([
    { reference: 'SENT', version: 1, ...times, state: 'waiting' },
    { reference: 'KEPT', version: 1, ...times, committedAt: lateAt + 1, state: null },
  ])
})

test('shows the last 24 hours, then the last before the closing', () => {
  const { hours } = ledger([entry(0, accepted(0)), entry(61), entry(60 * 25)])
  expect(hours).toHaveLength(24)
  expect(hours.at(-1)).toEqual({ from: NOW, kept: 1, taken: 1 })
  expect(hours.at(-3)).toEqual({ from: NOW - 120 * MINUTE, kept: 1, taken: 0 })
  expect(hours.reduce((sum, { kept }) => sum + kept, 0)).toBe(2)
  expect(ledger([], closesAtMs + 5 * 60 * MINUTE).hours.at(-1)!.from).toBe(closesAtMs - 30 * MINUTE)
})

test('what came back is no acceptance in the chart', () => {
  const { hours } = ledger([entry(0, { ...accepted(0), bouncedAt: NOW })])
  expect(hours.at(-1)).toEqual({ from: NOW, kept: 1, taken: 0 })
})

test('a hand says when its person was written to, for the very outcome that they can be told of now', async () => {
  const [greylisted, refused] = [entry(20), entry(5, { refusedAt: NOW })]
  const once = `refused ${refused.delivery.id}`
  const asked: string[][] = []
  const post = {
    entries: async () => [greylisted, refused],
    keptUnsent: async () => [],
    tally: async () => tally,
    trouble: async () => null,
    lastRoundAt: async () => NOW,
    waiting: async () => [],
    queuedAt: async (onces: string[]) => {
      asked.push(onces)
      return new Map([[once, NOW - MINUTE]])
    },
  }
  const { hands } = await readLedger(post, consultation, NOW)
  expect(hands.map(({ state, toldAt }) => [state, toldAt])).toEqual([
    ['refused', NOW - MINUTE],
    ['waiting', null],
  ])
  expect(asked).toEqual([[once, `not-accepted ${greylisted.submission.id} early`]])
})
