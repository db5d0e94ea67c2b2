import { STILL_MS } from '../../src/delivery/deadWorkers.ts'
import type { Change } from './changed.ts'
import { AT_ONCE, type ClaimPlan, claimAll } from './claimRun.ts'
import { sayFigures } from './figures.ts'
import { until } from './waiting.ts'

// A7. Its mutation partners run below: where nobody asks whether a claim still holds, a worker that slept does what another is
// at; a claim without a fence of its own is given twice; with "begin" for "begin immediate" claims fail as busy; where a lease
// passes at once it is lost by those who live.

const LETTERS = 20_000

const BOTH_OPEN = 'Open http\nOpen http\n'

/** What must be so however many letters there were. The one that the sleeper had in its hands another takes over. */
const wrongIn = ({ ends, said, lost, heldTwice, ...more }: Awaited<ReturnType<typeof claimAll>>, letters: number) => ({
  ...{ failed: ends.every((end) => end === 0) && said === BOTH_OPEN ? '' : said, unsent: letters - more.accepted },
  ...{ heldTwice: heldTwice > 1, givenTwice: more.givenTwice > 0, lostAwake: lost > AT_ONCE },
  ...{ outOfOrder: more.outOfOrder > 0, unanswered: more.unanswered > 0 },
})

const NOTHING = {
  ...{ failed: '', unsent: 0, heldTwice: false, givenTwice: false, lostAwake: false },
  ...{ outOfOrder: false, unanswered: false },
}

test('20,000 claims by two processes, one of them stopped past its lease: none is held twice', async () => {
  const begun = performance.now()
  const found = await claimAll({ letters: LETTERS, before: 500 }, async (other) => {
    const before = (await other.told()).length
    const stoppedAt = performance.now()
    await until(() => performance.now() - stoppedAt > STILL_MS + 3000, 'longer than a lease')
    expect((await other.told()).length).toBeGreaterThan(before)
  })
  sayFigures('A7', {
    claims: found.claims,
    'lost while it slept': found.lost,
    'held again after its sleep': found.heldTwice,
    seconds: (performance.now() - begun) / 1000,
  })
  expect(wrongIn(found, LETTERS)).toEqual(NOTHING)
  expect(found.lost).toBeGreaterThan(0)
}, 240_000)

const lease = (ms: number): Change => ({
  file: 'src/delivery/deadWorkers.ts',
  from: 'STILL_MS = 20_000',
  to: `STILL_MS: number = ${ms}`,
})
const inTrying = (from: string): Change => ({ file: 'src/storage/trying.ts', from, to: '' })
const noFence = { file: 'src/storage/claiming.ts', from: "eb('fence', '+', 1)", to: "eb('fence', '+', 0)" }
const deferred = {
  file: 'src/storage/dialect.ts',
  from: 'else await beginImmediate(this.#connection!)',
  to: "else this.#connection!.run('begin')",
}

const FEW = { letters: 60, pace: 20, before: 3 }
const QUICK = { letters: 1000, before: 50 }

test.each<[string, ClaimPlan, object]>([
  ['with a lease of a second all is well', { ...FEW, changes: [lease(1000)] }, NOTHING],
  [
    'where nobody asks whether a claim still holds, letters are held twice',
    {
      ...FEW,
      changes: [lease(1000), inTrying(".where('worker', '=', worker)"), inTrying(".where('fence', '=', fence)")],
    },
    { heldTwice: true, failed: '' },
  ],
  [
    'without a fence of its own a claim is given twice',
    { ...FEW, changes: [lease(1000), noFence] },
    { givenTwice: true, failed: '' },
  ],
  ['where a lease passes at once it is lost awake', { ...FEW, changes: [lease(0)] }, { lostAwake: true, failed: '' }],
  [
    'with "begin" alone claims fail',
    { ...QUICK, changes: [lease(1000), deferred] },
    { failed: expect.stringContaining('database is locked') },
  ],
])('partner: %s', async (_, plan, wrong) => {
  expect(wrongIn(await claimAll(plan), plan.letters)).toMatchObject(wrong)
})
