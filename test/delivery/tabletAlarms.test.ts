import { tabletAlarms } from '../../src/delivery/deadline.ts'
import { makeStall, Tablet } from '../web/atStall.ts'
import { withPost as withPostAndHouse } from '../web/withPost.ts'
import { closing, HOUR, MINUTE, mopac } from './samples.ts'
import { ORGANISER, withPost } from './withPost.ts'

const tablet = { stall: 'Heathway', card: 3, unsent: 4, seenAt: closing - 3 * HOUR }
const at = (minutes: number, tablets = [tablet]) =>
  tabletAlarms(tablets, mopac, closing - minutes * MINUTE).map(({ once }) => once)
const name = (minutes: number) => [`tablets 2017-10-06T17:30 ${minutes}`]

test('an hour, half an hour and ten minutes before, while a tablet has unsent responses; none before, none after', () => {
  expect(at(61)).toEqual([])
  expect([60, 31].map((minutes) => at(minutes))).toEqual([name(60), name(60)])
  expect([30, 11].map((minutes) => at(minutes))).toEqual([name(30), name(30)])
  expect([10, 1].map((minutes) => at(minutes))).toEqual([name(10), name(10)])
  expect(at(0)).toEqual([])
  expect(at(20, [])).toEqual([])
})

test('each organiser hears once for each moment, of every tablet, though no letter waits', () =>
  withPost(closing - 61 * MINUTE, async ({ newOutbox, store, time }) => {
    const outbox = newOutbox({ unsentTablets: async () => [tablet] })
    for (let minute = 0; minute < 65; minute += 1) {
      await outbox.pass()
      time.pass(MINUTE)
    }
    const letters = (await store.newest(20)).filter(({ letter }) => letter === 'tablets')
    expect(letters).toHaveLength(3)
    const contents = await Promise.all(letters.map(({ id }) => store.contents(id)))
    expect(new Set(contents.map((one) => one?.letter.to))).toEqual(new Set([ORGANISER]))
  }))

test('the letter says which stall, which card, how many, and when it was heard of; a revoked tablet is left out', () =>
  withPostAndHouse(
    async (test) => {
      const { cards, shifts } = await makeStall(test, 2)
      for (const card of cards) {
        const paired = new Tablet(test.address)
        await paired.pair(card)
        await paired.heard({ unsent: 2, tally: [], aheadMs: 0 })
      }
      await test.house.site.stalls.revoke(shifts[1]!.id, closing)
      test.setClock(closing - 29 * MINUTE)
      const [letter] = await test.lettersTo(ORGANISER)
      expect(letter?.subject).toBe('2 responses wait on a tablet: bring it to signal')
      expect(letter?.text).toContain(
        'Heathway, card 1: 2 waiting\n    last heard of at 10:00:00 on Monday 25 September 2017',
      )
      expect(letter?.text).not.toContain('card 2')
      expect(letter?.html).toContain('Heathway, card 1: 2 waiting')
    },
    { organisers: [ORGANISER] },
  ))
