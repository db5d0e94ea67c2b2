import { newDigits, TO_ONE_ADDRESS, TO_ONE_ADDRESS_FROM_ONE, UNPROVED, WRONG_TRIES } from '../../src/delivery/codes.ts'
import { CODE_MS } from '../../src/delivery/retry.ts'
import { closing, HOUR, MINUTE, mopac } from './samples.ts'
import { FROM, type TestPost, withPost } from './withPost.ts'

const start = closing - 48 * HOUR

/** Somebody with a saved answer, who has asked for nothing yet. */
const somebody = async ({ responses, time }: TestPost) => {
  const { key, response } = await responses.begin('I agree.', time.clock())
  return { key, response: (await responses.save(response.id, key, { q1: 'no' }, time.clock()))! }
}
const digitsOf = async ({ store }: TestPost) => {
  const code = (await store.newest(1))[0]
  return String((await store.contents(code!.id))!.letter.data.digits)
}
const asked = async (post: TestPost, address = 'ann@people.example', asker = 'asker') => {
  const opened = await somebody(post)
  const answer = await post.sending.askCode(opened, address, asker, post.time.clock())
  return { opened, answer }
}
const wrong = (digits: string) => digits.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))

test('a code goes to the address that was typed, is right once, and proves it', () =>
  withPost(start, async (post) => {
    const { opened, answer } = await asked(post, '  Ann@People.Example ')
    expect(answer).toEqual({ sentTo: 'Ann@people.example' })
    expect((await post.sending.proofOf(opened))?.provedAt).toBeNull()
    const digits = await digitsOf(post)
    const typed = `${digits.slice(0, 3)} ${digits.slice(3)}`
    expect(await post.sending.enterCode(opened, typed, post.time.clock())).toBe('right')
    expect((await post.sending.proofOf(opened))?.provedAt).toBe(post.time.clock())
    expect(await post.sending.enterCode(opened, digits, post.time.clock())).toBe('over')
  }))

test('it lives for ten minutes, to the millisecond', () =>
  withPost(start, async (post) => {
    for (const [ms, expected] of [
      [CODE_MS - 1, 'right'],
      [CODE_MS, 'over'],
    ] as const) {
      const { opened } = await asked(post, `after${ms}@people.example`)
      const digits = await digitsOf(post)
      post.time.pass(ms)
      expect(await post.sending.enterCode(opened, digits, post.time.clock())).toBe(expected)
    }
  }))

test('five wrong ones end it, the right one too; what cannot be a code is no guess', () =>
  withPost(start, async (post) => {
    const { opened } = await asked(post)
    const digits = await digitsOf(post)
    const enter = (typed: string) => post.sending.enterCode(opened, typed, post.time.clock())
    for (const typed of ['', '12345', '1234567', 'abcdef', '१२३४५६']) expect(await enter(typed)).toBe('wrong')
    for (let count = 0; count < WRONG_TRIES; count += 1) expect(await enter(wrong(digits))).toBe('wrong')
    expect(await enter(wrong(digits))).toBe('over')
    expect(await enter(digits)).toBe('over')
  }))

test('another’s code, an older code and no code at all open nothing', () =>
  withPost(start, async (post) => {
    const { opened: ann } = await asked(post)
    const first = await digitsOf(post)
    const { opened: ben } = await asked(post, 'ben@people.example')
    const bens = await digitsOf(post)
    const enter = (who: typeof ann, typed: string) => post.sending.enterCode(who, typed, post.time.clock())
    if (bens !== first) expect(await enter(ann, bens)).toBe('wrong')
    await post.sending.askCode(ann, 'ann@people.example', 'asker', post.time.clock())
    if ((await digitsOf(post)) !== first) expect(await enter(ann, first)).toBe('wrong')
    expect(await enter(ben, bens)).toBe('right')
    expect(await enter(await somebody(post), bens)).toBe('none')
  }))

test.each([
  ['ann@people.example\nBcc: all@people.example'],
  ['ann@people.example, ben@people.example'],
  ['friends: ann@people.example;'],
  [`${'a'.repeat(300)}@people.example`],
  ['ann'],
  [''],
  [mopac.email.address.toUpperCase()],
  [mopac.email.address.replace('@', '+x@')],
  [FROM],
  [FROM.replace('@', '+news@')],
])('nothing is sent to %j', (typed) =>
  withPost(start, async (post) => {
    const { answer } = await asked(post, typed)
    expect(answer).toEqual({ wrongAddress: expect.stringMatching(/^Type /) })
    expect(await post.store.newest(1)).toEqual([])
  }),
)

describe('how many may be asked for', () => {
  test('to one address three an hour from one asker: its person, elsewhere, is not kept from proving it', () =>
    withPost(start, async (post) => {
      for (let count = 0; count < TO_ONE_ADDRESS_FROM_ONE; count += 1) {
        expect((await asked(post, 'ann@people.example', 'bomber')).answer).toHaveProperty('sentTo')
      }
      for (let count = 0; count < 5; count += 1) {
        expect((await asked(post, 'ann@people.example', 'bomber')).answer).toEqual({ wait: 60 })
      }
      expect((await asked(post, 'ann@people.example', 'home')).answer).toHaveProperty('sentTo')
    }))

  test('to one address ten an hour, whoever asks, however it is spelt', () =>
    withPost(start, async (post) => {
      for (let count = 0; count < TO_ONE_ADDRESS; count += 1) {
        const spelt = count % 2 === 0 ? 'ann@people.example' : `ann+${count}@people.example`
        expect((await asked(post, spelt, `asker ${count}`)).answer).toHaveProperty('sentTo')
      }
      expect((await asked(post, 'ann+more@people.example', 'another')).answer).toEqual({ wait: 60 })
      expect((await asked(post, 'ANN@people.example', 'another')).answer).toEqual({ wait: 60 })
      post.time.pass(HOUR + 1)
      expect((await asked(post)).answer).toHaveProperty('sentTo')
    }))

  test('twenty that nobody typed back stop an asker, even all at once; another is not held up', () =>
    withPost(start, async (post) => {
      const people = await Promise.all(
        Array.from({ length: 3 * UNPROVED }, (_, count) => asked(post, `victim${count}@people.example`, 'bomber')),
      )
      expect(people.filter(({ answer }) => 'sentTo' in answer)).toHaveLength(UNPROVED)
      expect((await asked(post, 'next@people.example', 'bomber')).answer).toEqual({ wait: 15 })
      expect((await asked(post, 'next@people.example', 'neighbour')).answer).toHaveProperty('sentTo')
      post.time.pass(15 * MINUTE + 1)
      expect((await asked(post, 'late@people.example', 'bomber')).answer).toHaveProperty('sentTo')
    }))

  test('a stall of many tablets, whose codes come back, is never held up', () =>
    withPost(start, async (post) => {
      const slow: { opened: Awaited<ReturnType<typeof somebody>>; digits: string }[] = []
      for (let count = 0; count < 200; count += 1) {
        const { opened, answer } = await asked(post, `p${count}@people.example`, 'stall')
        expect(answer).toHaveProperty('sentTo')
        slow.push({ opened, digits: await digitsOf(post) })
        // Each types theirs a minute later, when ten others have asked; every tenth goes away without.
        const back = slow.length > 10 ? slow.shift() : undefined
        if (back && count % 10 !== 0) await post.sending.enterCode(back.opened, back.digits, post.time.clock())
        post.time.pass(6_000)
      }
    }))
})

test('digits are six, leading zeros too, and every figure comes as often as any other', () => {
  const counts = Array.from({ length: 10 }, () => 0)
  for (let count = 0; count < 20_000; count += 1) {
    const digits = newDigits()
    expect(/^\d{6}$/.test(digits)).toBe(true)
    counts[Number(digits[0])]! += 1
  }
  // Six standard deviations of 2,000 of 20,000.
  for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(6 * Math.sqrt(20_000 * 0.1 * 0.9))
})
