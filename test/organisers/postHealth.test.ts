import { readPack } from '../../src/consultation/readPack.ts'
import type { Waiting } from '../../src/delivery/deliveryStore.ts'
import { healthOf, healthWords } from '../../src/organisers/postHealth.ts'
import { packs } from '../cli/command.ts'
import { MINUTE, NOW } from './entries.ts'

const consultation = await readPack(packs.mopac)
const say = (ms: number) => `minute ${(ms - NOW) / MINUTE}`

const wordsOf = async (
  wrong: { trouble?: string; round?: number | null; waiting?: Waiting[]; unsent?: boolean },
  now = NOW,
) => {
  const { trouble = null, round = now, waiting = [], unsent = false } = wrong
  const post = { trouble: async () => trouble, lastRoundAt: async () => round, waiting: async () => waiting }
  return healthWords(await healthOf(post, consultation, unsent, now), say)
}
const waits = (letter: Waiting['letter'], minutes: number, count = 1, now = NOW) => ({
  ...{ letter, count, oldestAt: now - minutes * MINUTE },
})

test('a post that goes round, with young letters in it, has nothing to be said of', async () => {
  expect(await wordsOf({ unsent: true, waiting: [waits('code', 1), waits('copy', 10)] })).toEqual([])
  expect(await wordsOf({ round: NOW - MINUTE + 1 })).toEqual([])
})

test('where no mail was ever set up, nothing is missing', async () => {
  expect(await wordsOf({ round: null })).toEqual([])
})

test('a carrier that sends us away is said at once, in its own sentence', async () => {
  const trouble = 'The name or the password in SMTP_URL is not accepted by the mail server.'
  expect(await wordsOf({ trouble })).toEqual([`No mail gets out. ${trouble}`])
})

test('an outbox that is gone is missed after a minute, with when it last went round', async () => {
  const [words] = await wordsOf({ round: NOW - MINUTE })
  expect(words).toMatch(/^Nothing has gone round since minute -1: .* Start it again\.$/)
  expect(await wordsOf({ round: null, unsent: true })).toEqual([expect.stringMatching(/^Nothing goes round: /)])
})

test('a code is missed after a minute, other letters after ten, and in the last quarter of an hour after one', async () => {
  expect(await wordsOf({ waiting: [waits('code', 2, 3)] })).toEqual(['3 codes wait, the oldest since minute -2.'])
  expect(await wordsOf({ waiting: [waits('copy', 2)] })).toEqual([])
  expect(await wordsOf({ waiting: [waits('copy', 11), waits('not-accepted', 20)] })).toEqual([
    '2 letters to people wait, the oldest since minute -20.',
  ])
  const last = consultation.closesAtMs - 15 * MINUTE
  const young = [waits('not-accepted', 2, 1, last)]
  expect(await wordsOf({ waiting: young }, last)).toEqual([
    expect.stringMatching(/^1 letter to a person waits, since /),
  ])
  expect(await wordsOf({ waiting: [waits('not-accepted', 2, 1, last - 1)] }, last - 1)).toEqual([])
})
