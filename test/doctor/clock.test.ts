import { checkCertificate } from '../../src/doctor/certificate.ts'
import { checkClock, timeInGreeting } from '../../src/doctor/clock.ts'

const NOW = Date.UTC(2017, 9, 6, 16, 0, 0)

test.each([
  ['mx.example ESMTP Exim 4.89 Fri, 06 Oct 2017 17:00:00 +0100', NOW],
  ['mx.example ESMTP ready at Fri, 6 Oct 2017 16:00:00 GMT', NOW],
  ['mx.example ESMTP Postfix', null],
])('the greeting "%s" shows %p', (greeting, time) => {
  expect(timeInGreeting(greeting)).toBe(time)
})

test.each([
  [0, 'fine'],
  [-1000, 'fine'],
  [8000, 'doubtful'],
  [-8000, 'doubtful'],
  [3_600_000, 'wrong'],
  [-9_000_000, 'wrong'],
])('a clock that is off by %i ms is %s', (off, level) => {
  expect(checkClock('theirs', NOW + off, NOW).level).toBe(level)
})

test('which way a clock is off is said, and a server that shows none proves nothing', () => {
  expect(checkClock('theirs', NOW + 60_000, NOW).words).toBe('ours is 61 seconds behind')
  expect(checkClock('theirs', NOW - 60_000, NOW).words).toBe('ours is 60 seconds ahead')
  expect(checkClock('theirs', null, NOW)).toMatchObject({ level: 'doubtful', remedy: expect.stringContaining('NTP') })
})

const DAY = 86_400_000

test.each([
  [{ until: NOW + 60 * DAY, problem: null }, true, 'fine'],
  [{ until: NOW + 60 * DAY, problem: 'self-signed' }, true, 'wrong'],
  [{ until: NOW + 60 * DAY, problem: 'self-signed' }, false, 'fine'],
  [{ until: NOW + 5 * DAY, problem: null }, true, 'doubtful'],
  [{ until: NOW - 5 * DAY, problem: null }, false, 'wrong'],
])('the certificate %j (ours: %p) is %s', (certificate, known, level) => {
  expect(checkCertificate('TLS', certificate, known, NOW).level).toBe(level)
})
