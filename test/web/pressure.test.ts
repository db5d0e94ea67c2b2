import { Busy } from '../../src/workers/line.ts'
import { type PicturePool, startPicturePool } from '../../src/workers/picturePool.ts'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

/** Pictures that are never done before `end` is called, and what was asked of them. */
const heldPictures = () => {
  const asked: Uint8Array[] = []
  const ends: (() => void)[] = []
  let atWork = 0
  let most = 0
  let ended = false
  const pool = startPicturePool()
  const pictures: PicturePool = {
    ...pool,
    async picture(bytes) {
      asked.push(bytes)
      atWork += 1
      most = Math.max(most, atWork)
      if (!ended) await new Promise<void>((resolve) => ends.push(resolve))
      atWork -= 1
      return new Uint8Array([137, 80])
    },
  }
  const end = () => {
    ended = true
    for (const one of ends) one()
  }
  return { pictures, asked, end, most: () => most }
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}

test('a visitor who asks for many pictures at once has two drawn at a time, all from one filling', async () => {
  const { pictures, asked, end, most } = heldPictures()
  await withHouse(
    async ({ address }) => {
      const visitor = new Visitor(address)
      await visitor.begin()
      await visitor.post('/questions/q1', { q1: 'no', 'q1-reasons': 'short\n'.repeat(20) })
      const all = Array.from({ length: 24 }, () => visitor.get('/check/pages/1.png'))
      await until(() => asked.length === 2)
      const other = new Visitor(address)
      await other.begin()
      const theirs = other.get('/check/pages/1.png')
      await until(() => asked.length === 3)
      end()
      expect((await theirs).status).toBe(200)
      expect(new Set((await Promise.all(all)).map(({ status }) => status))).toEqual(new Set([200]))
      expect(most()).toBe(3)
      expect(new Set(asked).size).toBe(2)
    },
    { pictures },
  )
})

test('a visitor who opens the check page many times at once keeps nobody else from theirs', () => {
  const pool = startPicturePool()
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
  let reading = 0
  const read: PicturePool['read'] = async (form) => {
    reading += 1
    if (reading < 3) await mayEnd
    return pool.read(form)
  }
  return withHouse(
    async ({ address }) => {
      const [visitor, other] = [new Visitor(address), new Visitor(address)]
      for (const one of [visitor, other]) await one.begin()
      const all = Array.from({ length: 12 }, () => visitor.get('/check'))
      await until(() => reading === 2)
      expect((await other.get('/check')).status).toBe(200)
      expect(reading).toBe(3)
      end()
      expect(new Set((await Promise.all(all)).map(({ status }) => status))).toEqual(new Set([200]))
    },
    { pictures: { ...pool, read } },
  )
})

test('a visitor who goes away has nothing drawn any more', async () => {
  const { pictures, asked, end } = heldPictures()
  await withHouse(
    async ({ address, house }) => {
      const visitor = new Visitor(address)
      await visitor.begin()
      const { picture } = house.site.pictures
      const signals: (AbortSignal | undefined)[] = []
      const seen: typeof picture = (bytes, page, widthPx, asker) => {
        signals.push(asker.signal)
        return picture(bytes, page, widthPx, asker)
      }
      Object.assign(house.site.pictures, { picture: seen })
      const leaving = new AbortController()
      const gone = Array.from({ length: 10 }, () => visitor.send('/check/pages/1.png', { signal: leaving.signal }))
      const outcomes = Promise.allSettled(gone)
      await until(() => asked.length === 2 && signals.length === 10)
      leaving.abort()
      await outcomes
      await until(() => signals.every((signal) => signal?.aborted))
      const next = visitor.get('/check/pages/2.png')
      end()
      expect((await next).status).toBe(200)
      expect(asked.length).toBe(3)
    },
    { pictures },
  )
})

test('too many at once: 503 in words, with when to come back, and no fault in the log', () =>
  withHouse(async ({ address, house, logged }) => {
    const visitor = new Visitor(address)
    await visitor.begin()
    const busy = () => Promise.reject(new Busy('Many people are here at this moment.'))
    Object.assign(house.site.form, { answersIn: busy })
    Object.assign(house.site.pictures, { read: busy })
    await visitor.get('/come-back')
    const body = new FormData()
    body.append('form', new Blob(['%PDF-']), 'form.pdf')
    const upload = await visitor.send(`/bring-back?token=${visitor.token}`, { method: 'POST', body })
    for (const page of [upload, await visitor.get('/check')]) {
      expect(page.status).toBe(503)
      expect(page.headers.get('retry-after')).toBe('60')
      expect(page.text).toContain('Many people are here at this moment.')
    }
    expect(logged.join('')).not.toContain('"fault"')
  }))
