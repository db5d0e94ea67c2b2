import { makeBell } from '../../src/delivery/bell.ts'
import { makeChanges, WATCHERS } from '../../src/delivery/changes.ts'
import { closing, HOUR } from './samples.ts'
import { withPost } from './withPost.ts'

const iterated = (changes: AsyncIterable<void> | null) => changes![Symbol.asyncIterator]()

test('come with a ring for this response, not for another; and end with the signal', async () => {
  const bell = makeBell()
  const ending = new AbortController()
  const changes = iterated(makeChanges(bell, async () => '', HOUR)('r1', ending.signal))
  const first = changes.next()
  await new Promise(setImmediate)
  bell.ring('r2')
  bell.ring('r1')
  expect(await first).toEqual({ value: undefined, done: false })
  const second = changes.next()
  ending.abort()
  expect(await second).toEqual({ value: undefined, done: true })
})

test('come when another process wrote something, looked for once for all who watch, and not when a look fails', async () => {
  const ending = new AbortController()
  let looks = 0
  const look = async () => {
    looks += 1
    if (looks === 2) throw new Error('the database is away')
    return looks > 4 ? 'after' : 'before'
  }
  const changes = makeChanges(makeBell(), look, 1)
  const watchers = Array.from({ length: WATCHERS.ofOne }, () => iterated(changes('r1', ending.signal)))
  await Promise.all(watchers.map((each) => each.next()))
  // One more for its own ring; a look for each watcher would have been twenty.
  expect(looks).toBeLessThanOrEqual(6)
  ending.abort()
  await Promise.all(watchers.map((each) => each.return?.()))
})

test('are for a few of one response and some hundreds in all; who leaves makes room', async () => {
  const changes = makeChanges(makeBell(), async () => '', HOUR)
  const endings: AbortController[] = []
  const watch = (name: string) => {
    const ending = new AbortController()
    endings.push(ending)
    const stream = changes(name, ending.signal)
    return stream && { ended: iterated(stream).next(), ending }
  }
  const first = Array.from({ length: WATCHERS.ofOne }, () => watch('r1'))
  expect(watch('r1')).toBeNull()
  first[0]!.ending.abort()
  await first[0]!.ended
  expect(watch('r1')).not.toBeNull()
  for (let count = WATCHERS.ofOne; count < WATCHERS.ofAll; count += 1) expect(watch(`another ${count}`)).not.toBeNull()
  expect(watch('one more')).toBeNull()
  for (const ending of endings) ending.abort()
})

test('a look sees each phase of a letter, and opens nothing', () =>
  withPost(closing - 24 * HOUR, async ({ person, press, store, outbox, db }) => {
    const ann = await person()
    const seen = [await store.timesOf(ann.id)]
    await press(ann)
    seen.push(await store.timesOf(ann.id))
    // Nothing that is sealed could be opened any more.
    await db.updateTable('submissions').set({ frozen: null }).execute()
    expect(await store.timesOf(ann.id)).toBe(seen[1])
    await outbox.pass()
    seen.push(await store.timesOf(ann.id))
    expect(new Set(seen).size).toBe(3)
  }))
