import { tabletAlarms } from '../../src/delivery/deadline.ts'
import { finishedWith } from '../stall/brought.ts'
import { makeStall, Tablet } from '../web/atStall.ts'
import { Visitor } from '../web/visitor.ts'
import { withPost as withPostAndHouse } from '../web/withPost.ts'
import { closing, HOUR, MINUTE, mopac } from './samples.ts'
import { ORGANISER, withPost } from './withPost.ts'

const tablet = { stall: 'Heathway', card: 3, unsent: 4, seenAt: closing - 3 * HOUR }
const at = (minutes: number, tablets = [tablet], misfits = 0) =>
  tabletAlarms({ tablets, misfits }, mopac, closing - minutes * MINUTE).map(({ once }) => once)
const name = (minutes: number) => [`tablets 2017-10-06T17:30 ${minutes}`]

test('an hour, half an hour and ten minutes before, while a tablet has unsent responses; none before, none after', () => {
  expect(at(61)).toEqual([])
  expect([60, 31].map((minutes) => at(minutes))).toEqual([name(60), name(60)])
  expect([30, 11].map((minutes) => at(minutes))).toEqual([name(30), name(30)])
  expect([10, 1].map((minutes) => at(minutes))).toEqual([name(10), name(10)])
  expect(at(0)).toEqual([])
  expect(at(20, [])).toEqual([])
  expect(at(20, [], 1)).toEqual(name(30))
})

test('each organiser hears once for each moment, of every tablet, though no letter waits', () =>
  withPost(closing - 61 * MINUTE, async ({ newOutbox, store, time }) => {
    const outbox = newOutbox({ atStalls: async () => ({ tablets: [tablet], misfits: 0 }) })
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

test('what fits no form is told too, by number alone, and no more once its person has it in hand', () =>
  withPostAndHouse(
    async (test) => {
      const { cards } = await makeStall(test)
      const paired = new Tablet(test.address)
      await paired.pair(cards[0]!)
      await paired.sync(finishedWith({ link: 'L'.repeat(22), answers: { gone: 'A canary.' } }))
      test.setClock(closing - 59 * MINUTE)
      const [letter] = await test.lettersTo(ORGANISER)
      expect(letter?.subject).toBe('1 response from a stall fits no form of today: have a look')
      expect(letter?.text).toContain('1 response that came from a stall answers questions that are not asked')
      expect(`${letter?.text}${letter?.html}`).not.toContain('canary')

      const person = new Visitor(test.address)
      await person.get(`/r/${'L'.repeat(22)}`)
      await person.post(`/r/${'L'.repeat(22)}`)
      await person.get('/check')
      await person.post('/check/leave-out', { answer: 'gone' })
      await paired.heard({ unsent: 1, tally: [], aheadMs: 0 })
      test.setClock(closing - 29 * MINUTE)
      const later = (await test.lettersTo(ORGANISER, 1)).at(-1)
      expect([later?.subject, later?.text?.includes('not asked')]).toEqual([
        '1 response waits on a tablet: bring it to signal',
        false,
      ])
    },
    { organisers: [ORGANISER] },
  ))
