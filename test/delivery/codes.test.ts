import { newDigits, WRONG_TRIES } from '../../src/delivery/codes.ts'
import { CODE_MS } from '../../src/delivery/retry.ts'
import { dead } from './peerCarrier.ts'
import { MINUTE, mopac } from './samples.ts'
import { asked, digitsOf, somebody, start } from './whoAsks.ts'
import { FROM, withPost } from './withPost.ts'

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

test('nobody is told that a code was sent before it was, and whoever waits in vain hears of it', () =>
  withPost(start, async (post) => {
    const { opened } = await asked(post)
    expect(await post.sending.codeLetterOf(opened)).toBe('on-its-way')
    post.peer.does(() => dead)
    await post.outbox.pass()
    expect(await post.sending.codeLetterOf(opened)).toBe('held-up')
    post.peer.does(() => post.peer.yes)
    post.time.pass(MINUTE)
    await post.outbox.pass()
    expect(await post.sending.codeLetterOf(opened)).toBe('sent')
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
