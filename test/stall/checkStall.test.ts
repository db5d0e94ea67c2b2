import { checkStall } from '../../src/stall/checkStall.ts'

const good = { name: 'Heathway', place: 'Dagenham', day: '2017-09-30', cards: '30' }
const NOON = Date.UTC(2017, 8, 30, 11)
const wrong = (more: Partial<typeof good>, now = NOON) =>
  checkStall({ ...good, ...more }, now, 'Europe/London').map(({ field }) => field)

test('a stall of today with thirty cards is right', () => expect(wrong({})).toEqual([]))

test.each([
  [{ name: '' }, ['name']],
  [{ name: 'x'.repeat(81) }, ['name']],
  [{ place: '' }, ['place']],
  [{ day: '2017-09-31' }, ['day']],
  [{ day: '30 September' }, ['day']],
  [{ day: '2017-09-29' }, ['day']],
  [{ cards: '0' }, ['cards']],
  [{ cards: '31' }, ['cards']],
  [{ cards: 'four' }, ['cards']],
  [{ name: '', place: '', day: '', cards: '' }, ['name', 'place', 'day', 'cards']],
])('%j is said to be wrong at %j', (more, fields) => expect(wrong(more)).toEqual(fields))

test('a day passes with its own midnight, not with that of UTC', () => {
  expect(wrong({}, Date.UTC(2017, 8, 30, 22, 59))).toEqual([])
  expect(wrong({}, Date.UTC(2017, 8, 30, 23))).toEqual(['day'])
})
