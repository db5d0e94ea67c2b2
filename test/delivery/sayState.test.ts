import type { Delivery } from '../../src/delivery/delivery.ts'
import { sayState } from '../../src/delivery/sayState.ts'
import { closing, deliveryAt, HOUR, MINUTE, mopac, SECOND } from './samples.ts'

const now = closing - HOUR
const said = (more: Partial<Delivery>, at = now) => sayState(mopac, deliveryAt(now - MINUTE, more), at)
const takenBy = (by: 'mx' | 'relay' | 'folder', at = now) => ({
  acceptedAt: at,
  accepted: { by, host: 'mx1.body.example', words: '250 ok' },
})
const attempt = {
  number: 1,
  connectingAt: now - SECOND,
  bodyBegunAt: now,
  bodyEndedAt: now,
  answeredAt: null,
  words: null,
}

test('the body’s server is named only when it was one: a relay’s yes and a folder’s are less', () => {
  expect(said(takenBy('mx'))).toBe('accepted by MOPAC’s mail server (mx1.body.example) at 16:30:00')
  expect(said(takenBy('relay'))).toBe('handed to our mail carrier at 16:30:00')
  expect(said(takenBy('folder'))).toBe('written to a folder, sent to nobody')
})

test('the server that took a person’s own copy is not the body’s', () => {
  expect(said({ ...takenBy('mx'), letter: 'copy' })).toBe('accepted by mx1.body.example at 16:30:00')
})

test('a yes after the closing says so; its twin a moment before does not', () => {
  expect(said(takenBy('mx', closing), closing)).toMatch(/ at 17:30:00, after the closing$/)
  expect(said(takenBy('mx', closing - 1), closing)).toMatch(/ at 17:29:59$/)
})

test('a message without an answer may have arrived, and is asked for only until it is given up', () => {
  const unknown = { attempts: [{ ...attempt, endedAt: now }] }
  expect(said(unknown)).toBe('may have arrived: we are asking again with the same message')
  expect(said({ ...unknown, abandonedAt: closing }, closing)).toBe('may have arrived: no answer came')
})

test('waiting, trying, withdrawn and sent back are what they are', () => {
  expect(said({})).toBe('waiting to be sent')
  expect(said({ attempts: [{ ...attempt, endedAt: null }] })).toBe('waiting to be sent: we are trying now')
  expect(said({ withdrawnAt: now })).toBe('withdrawn')
  expect(said({ ...takenBy('mx'), bouncedAt: now })).toBe('sent back to us')
})

test('not delivered asks for something to be done while something can be', () => {
  for (const end of [{ refusedAt: now }, { abandonedAt: now }, { setAsideAt: now }]) {
    expect(said(end, closing - 1)).toBe('not delivered: do this now')
    expect(said(end, closing)).toBe('not delivered: the closing has passed')
  }
})
