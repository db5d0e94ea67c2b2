import type { CarrierKind, LetterKind } from '../../src/delivery/delivery.ts'
import { viewOf } from '../../src/delivery/viewOf.ts'
import { closing, HOUR, MINUTE, mopac, submissionAt } from './samples.ts'

type Data = Record<string, string | number | null>

const saying = (letter: LetterKind, data: Data, now: number, way: CarrierKind) => ({
  ...{ consultation: mopac, holder: { name: 'The Campaign', contact: 'c' }, publicUrl: 'https://here.example', way },
  contents: {
    letter: { letter, to: null, submissionId: 's1', data, once: null },
    ...{ submission: submissionAt(closing - HOUR), replaced: null, message: null },
  },
  ...{ form: null, now },
})
const notAccepted = (data: Data, now = closing - 14 * MINUTE, way: CarrierKind = 'mx') =>
  viewOf['not-accepted'](saying('not-accepted', { open: 1, ...data }, now, way))

test('a server’s line is theirs, what we say for what happened is ours', () => {
  expect(notAccepted({ words: '451 4.7.1 Greylisted' })).toMatchObject({ theirs: true })
  expect(notAccepted({ words: 'the connection to the mail server broke' })).toMatchObject({ theirs: false })
  expect(notAccepted({ words: null })).toMatchObject({ words: null, theirs: false })
  const tooLarge = { words: 'the message is larger than the mail server takes' }
  expect(viewOf.refused(saying('refused', tooLarge, closing - HOUR, 'mx')).theirs).toBe(false)
  expect(viewOf.bounced(saying('bounced', { words: '5.1.1' }, closing - HOUR, 'mx')).theirs).toBe(true)
})

test('the body’s own server is named only where it answered', () => {
  expect(notAccepted({ words: '451 4.7.1 Greylisted' }).answered).toBe(true)
  expect(notAccepted({ words: '451 4.7.1 Not now' }, closing - MINUTE, 'relay').answered).toBe(false)
  expect(notAccepted({ words: 'the mail server did not answer in time' }).answered).toBe(false)
})

test('it is still tried until the closing, and only what has not been taken out of the line', () => {
  expect(notAccepted({}, closing - 1).trying).toBe(true)
  expect(notAccepted({}, closing).trying).toBe(false)
  expect(notAccepted({ open: 0 }).trying).toBe(false)
})

test('on the closing day nothing that is posted arrives; before it, our margin alone has passed', () => {
  const post = (now: number) => notAccepted({}, now).ways.post
  expect(post(closing - 3 * 24 * HOUR)).toMatchObject({ lastDayPassed: false, tooLate: false })
  expect(post(closing - 20 * HOUR)).toMatchObject({ lastDayPassed: true, tooLate: false })
  expect(post(closing - 17 * HOUR)).toMatchObject({ lastDayPassed: true, tooLate: true })
})

test('after a refusal one’s own email may come back too', () => {
  const mayComeBack = (kind: 'refused' | 'bounced' | 'not-accepted') =>
    viewOf[kind](saying(kind, {}, closing - HOUR, 'mx')).ways.mayComeBack
  expect(['refused', 'bounced', 'not-accepted'].map((kind) => mayComeBack(kind as 'refused'))).toEqual([
    true,
    true,
    false,
  ])
})
