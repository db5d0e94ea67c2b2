import type { Delivery } from '../../src/delivery/delivery.ts'
import { noteOn, serverWordsOn } from '../../src/pages/stepNotes.ts'
import { accepted, attemptAt, closing, deliveryAt, HOUR, MINUTE, mopac } from '../delivery/samples.ts'

const now = closing - 29 * HOUR
const last = (more: Partial<Delivery>) => {
  const delivery = deliveryAt(now - HOUR, more)
  return { note: noteOn(mopac, delivery, now), server: serverWordsOn(delivery, now) }
}
const refused = { refusedAt: now, refusedWords: '550 5.1.1 No such mailbox' }

test('a server’s line is quoted as its own, and our words for what happened are not', () => {
  expect(last({ attempts: [attemptAt(now - MINUTE)], dueAt: now + MINUTE })).toMatchObject({
    ...{ note: 'Next try at 12:31:00.', server: '451 4.7.1 Greylisted' },
  })
  const broke = attemptAt(now - MINUTE, { words: 'the connection to the mail server broke' })
  expect(last({ attempts: [broke], dueAt: now })).toMatchObject({
    ...{ note: 'The connection to the mail server broke.', server: null },
  })
  expect(last({ ...accepted(now), bouncedAt: now, bouncedWords: '5.2.2' })).toMatchObject({
    note: null,
    server: '5.2.2',
  })
})

test('what was refused says whether an earlier try may have arrived', () => {
  const noAnswer = attemptAt(now - HOUR, { bodyBegunAt: 1, bodyEndedAt: 2, answeredAt: null })
  expect(last({ ...refused, attempts: [noAnswer] }).note).toBe('An earlier try may have arrived.')
  expect(last(refused).note).toBeNull()
})
