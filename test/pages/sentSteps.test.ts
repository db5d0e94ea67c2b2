import type { Delivery } from '../../src/delivery/delivery.ts'
import type { Submission } from '../../src/delivery/submission.ts'
import { remedyFor, sayWay } from '../../src/pages/sentSteps.ts'
import { closing, deliveryAt, HOUR, MINUTE, mopac, SECOND, submissionAt, takesLate } from '../delivery/samples.ts'

const pressed = closing - 30 * HOUR
const now = pressed + HOUR
const proof = { responseId: 'r1', address: 'ann@people.example', askedAt: 0, wrongTries: 0, provedAt: pressed - MINUTE }

const way = (
  delivery: Partial<Delivery> | null,
  at = now,
  submission: Partial<Submission> = {},
  earlier: Delivery[] = [],
) =>
  sayWay(
    mopac,
    {
      submission: submissionAt(pressed, submission),
      response: delivery && deliveryAt(pressed, delivery),
      ...{ earlier, copy: null },
    },
    proof,
    'mx',
    at,
  )
const last = (delivery: Partial<Delivery>, at = now) => way(delivery, at).findLast(({ mark }) => mark !== 'next')!
const takenBy = (by: 'mx' | 'relay' | 'folder') => ({
  acceptedAt: now - MINUTE,
  accepted: { by, host: 'mx1.london.example', words: '250 2.0.0 Ok: queued as 4F2A' },
})
const refused = { refusedAt: now, refusedWords: '550 5.1.1 No such mailbox' }

test('what was refused stays in the way when another try is asked for', () => {
  const steps = way(takenBy('mx'), now, {}, [deliveryAt(pressed, refused)])
  expect(steps.slice(-2).map(({ mark, words }) => [mark, words])).toEqual([
    ['failed', 'Refused'],
    ['accepted', expect.stringMatching(/^Accepted by MOPAC/)],
  ])
})

test('what was given up just before the closing is shown with the closing’s time, once its words speak of it', () => {
  const step = last({ abandonedAt: closing - 3 * SECOND }, closing + MINUTE)
  expect([step.words, step.at]).toEqual(['Not delivered: the closing has passed', '17:30:00'])
})

test('the way is told in order, with times, and what is hoped for stands last and empty', () => {
  expect(way({})).toEqual([
    {
      mark: 'done',
      words: 'Confirmed your email address',
      at: '11:29:00',
      day: 'Thursday 5 October 2017',
      note: null,
      server: null,
    },
    { mark: 'done', words: 'Saved here', at: '11:30:00', day: null, note: null, server: null },
    { mark: 'now', words: 'Waiting to be sent', at: null, day: null, note: null, server: null },
    { mark: 'next', words: 'Accepted by MOPAC’s mail server', at: null, day: null, note: null, server: null },
  ])
})

test('a day stands where it is another than the step’s before', () => {
  const accepted = { ...takenBy('mx'), acceptedAt: pressed + 24 * HOUR }
  expect(way(accepted, pressed + 25 * HOUR).map(({ day }) => day)).toEqual([
    'Thursday 5 October 2017',
    null,
    'Friday 6 October 2017',
  ])
})

test('moss stands for one thing alone: the yes of a mail server of the body’s own domain', () => {
  expect(last(takenBy('mx'))).toEqual({
    ...{ mark: 'accepted', words: 'Accepted by MOPAC’s mail server (mx1.london.example)', at: '12:29:00', day: null },
    ...{ note: null, server: '250 2.0.0 Ok: queued as 4F2A' },
  })
  for (const by of ['relay', 'folder'] as const) expect(last(takenBy(by)).mark).toBe('done')
  expect(last(takenBy('relay'))).toMatchObject({
    words: 'Handed to our mail carrier',
    note: 'It tells us if it fails.',
  })
})

test.each([
  ['refused', refused, 'Not delivered: do this now'],
  ['set aside', { setAsideAt: now, setAsideWords: 'making it failed again and again' }, 'Not delivered: do this now'],
  ['sent back', { ...takenBy('mx'), bouncedAt: now, bouncedWords: '550 5.1.1 Unknown' }, 'Sent back to us'],
  ['given up', { abandonedAt: now }, 'Not delivered: do this now'],
])('brick stands for what is not delivered: %s', (_, delivery, words) => {
  expect(last(delivery)).toMatchObject({ mark: 'failed', words })
  expect(way(delivery).some(({ mark }) => mark === 'next' || mark === 'accepted')).toBe(false)
})

test('another address that was proved since confirms nothing about this version', () => {
  const steps = sayWay(
    mopac,
    { submission: submissionAt(pressed), response: deliveryAt(pressed), earlier: [], copy: null },
    { ...proof, address: 'other@people.example' },
    'mx',
    now,
  )
  expect(steps[0]!.words).toBe('Saved here')
})

describe('what to do oneself', () => {
  const remedy = (delivery: Partial<Delivery> | null, at: number, consultation = mopac) =>
    remedyFor(
      consultation,
      {
        submission: submissionAt(pressed),
        response: delivery && deliveryAt(pressed, delivery),
        earlier: [],
        copy: null,
      },
      at,
    )

  test('nothing while there is time, to be safe in the last quarter of an hour, now from the closing on', () => {
    const quarter = closing - 15 * MINUTE
    expect([quarter - 1, quarter, closing - 1, closing].map((at) => remedy({}, at))).toEqual([
      null,
      'safe',
      'safe',
      'now',
    ])
  })

  test('now, whenever it was refused or kept late and not sent; nothing once it was taken', () => {
    expect(remedy(refused, now)).toBe('now')
    expect(remedy(null, closing + SECOND)).toBe('now')
    expect(remedy(takenBy('mx'), closing - MINUTE)).toBeNull()
    expect(remedy(takenBy('relay'), closing + MINUTE)).toBeNull()
  })

  test('nothing after the closing where the body takes late ones and it still waits', () => {
    expect(remedy({}, closing + MINUTE, takesLate)).toBeNull()
  })
})
