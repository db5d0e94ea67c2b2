import { askChanged } from './askChanged.ts'
import type { Change } from './changed.ts'
import { sayFigures } from './figures.ts'
import { meetDeadServer, meetGreylist } from './lastHourRun.ts'

// B3. Its mutation partners run below: where waits are not shortened towards the closing no try begins just before it; where
// nothing ends tries they go on after it; where nothing goes back a quarter of an hour before, nobody is told while there is
// time; and a word too many is seen.

const GREYLISTED = { inTime: true, falseWords: [false, false], saysHandedOver: true }

test('a greylist of a quarter of an hour, met at 17:10, lets it in before the closing', async () => {
  const found = await meetGreylist()
  sayFigures('B3 greylist', { tries: found.tries, 'seconds before closing': found.secondsBefore })
  expect(found).toMatchObject(GREYLISTED)
}, 120_000)

const dead = ({ tries, lastBefore, toPerson, ...more }: Awaited<ReturnType<typeof meetDeadServer>>) => ({
  ...more,
  justBefore: lastBefore <= 10,
  noneAfter: lastBefore > 0,
  // The copy and the letter of a quarter of an hour before are true no more: only what is true now goes out.
  toldWhatIsTrue: toPerson.length === 1 && toPerson[0]!.startsWith('Not delivered'),
})

const RIGHT = {
  ...{ accepted: false, justBefore: true, noneAfter: true, toldMinutesBefore: 15, toldWhatIsTrue: true },
  ...{ saysNotDelivered: true, falseWords: false, toBody: 0 },
}

test('a dead server in the last hour: alarms, the person told in time, the last try just before the closing and none after', async () => {
  const found = await meetDeadServer(62)
  sayFigures('B3 dead server', { tries: found.tries, 'last try, seconds before closing': found.lastBefore })
  expect(dead(found)).toEqual({ ...RIGHT, alarms: 3 })
}, 240_000)

const spoken = {
  file: 'src/delivery/retry.ts',
  from: 'return next + SHORTEST_WAIT_MS / 2 > lastAt ? lastAt : next',
  to: 'return now + spoken',
}
const noEnd = { file: 'src/delivery/retry.ts', from: "return late === 'keep' ? closesAtMs : ", to: 'return ' }
const noGivingBack = { file: 'src/delivery/deadline.ts', from: 'GIVE_BACK_MS = 15 * MINUTE', to: 'GIVE_BACK_MS = 0' }
const tooMuch = {
  file: 'src/delivery/sayState.ts',
  from: 'handed to our mail carrier at',
  to: 'accepted by our mail carrier at',
}

test.each<[string, Change[], object]>([
  ['with nothing changed all is well', [], RIGHT],
  ['with waits as ever no try begins just before the closing', [spoken], { justBefore: false, noneAfter: true }],
  ['where tries do not end one begins after the closing', [noEnd], { noneAfter: false, toldMinutesBefore: 15 }],
  ['where nothing goes back in time nobody is told then', [noGivingBack], { toldMinutesBefore: 0, justBefore: true }],
])('partner: %s', async (_, changes, wrong) => {
  expect(dead(await askChanged('lastHourRun.ts', meetDeadServer, changes, 18))).toMatchObject(wrong)
})

test('partner: a word too many of what was handed over is seen', async () => {
  expect(await askChanged('lastHourRun.ts', meetGreylist, [tooMuch])).toMatchObject({
    inTime: true,
    falseWords: [false, true],
  })
})
