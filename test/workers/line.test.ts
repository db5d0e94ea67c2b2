import { Busy, makeLine } from '../../src/workers/line.ts'

/** A piece of work that is done when its `end` is called. */
const task = (name: string, begun: string[]) => {
  const { promise, resolve } = Promise.withResolvers<string>()
  const work = () => {
    begun.push(name)
    return promise
  }
  return { work, end: () => resolve(name) }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('so many are at work at once, the others follow in order, and who finds the line full is told', async () => {
  const begun: string[] = []
  const line = makeLine(2, 2, 'Too many just now.')
  const tasks = ['a', 'b', 'c', 'd'].map((name) => task(name, begun))
  const taken = tasks.map(({ work }) => line.take(work))
  await expect(line.take(() => Promise.resolve('e'))).rejects.toThrow(new Busy('Too many just now.'))
  expect(begun).toEqual(['a', 'b'])
  tasks[1]!.end()
  await settled()
  expect(begun).toEqual(['a', 'b', 'c'])
  for (const { end } of tasks) end()
  expect(await Promise.all(taken)).toEqual(['a', 'b', 'c', 'd'])
  expect(line.length()).toBe(0)
})

test('work that fails hands its place on', async () => {
  const line = makeLine(1, 1, '')
  const failing = line.take(() => Promise.reject(new Error('no')))
  const next = line.take(() => Promise.resolve('next'))
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('next')
})

test('who leaves the line frees a place in it and is never worked for', async () => {
  const begun: string[] = []
  const line = makeLine(1, 1, '')
  const [first, left, last] = [task('first', begun), task('left', begun), task('last', begun)]
  const leaving = new AbortController()
  const done = line.take(first.work)
  const gone = line.take(left.work, leaving.signal)
  leaving.abort()
  await expect(gone).rejects.toThrow('abort')
  const after = line.take(last.work)
  for (const { end } of [first, left, last]) end()
  expect(await Promise.all([done, after])).toEqual(['first', 'last'])
  expect(begun).toEqual(['first', 'last'])
})

test('a signal that comes when the work has begun takes no place from anybody', async () => {
  const line = makeLine(1, 2, '')
  const leaving = new AbortController()
  const begun: string[] = []
  const tasks = ['a', 'b', 'c'].map((name) => task(name, begun))
  const taken = tasks.map(({ work }) => line.take(work, leaving.signal))
  const outcomes = Promise.allSettled(taken)
  leaving.abort()
  tasks[0]!.end()
  expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(line.length()).toBe(0)
})
