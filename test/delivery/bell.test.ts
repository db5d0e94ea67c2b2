import { makeBell } from '../../src/delivery/bell.ts'

const LONG = 60_000

test('a ring while nobody waits is heard the next time, once', async () => {
  const bell = makeBell()
  const listener = bell.listen('due')
  bell.ring('due')
  bell.ring('due')
  expect(await listener.next(LONG)).toBe(true)
  expect(await listener.next(1)).toBe(false)
})

test('everybody who listens to a name hears it, nobody else, and not after they went', async () => {
  const bell = makeBell()
  const [one, two, other] = [bell.listen('r1'), bell.listen('r1'), bell.listen('r2')]
  const all = Promise.all([one.next(LONG), two.next(LONG)])
  bell.ring('r1')
  expect(await all).toEqual([true, true])
  expect(await other.next(1)).toBe(false)
  one.end()
  bell.ring('r1')
  expect(await one.next(1)).toBe(false)
  expect(await two.next(1)).toBe(true)
})

test('a signal ends the waiting', async () => {
  const ending = new AbortController()
  const waiting = makeBell().listen('due').next(LONG, ending.signal)
  ending.abort()
  expect(await waiting).toBe(false)
})
