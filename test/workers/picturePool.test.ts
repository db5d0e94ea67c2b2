import { Busy } from '../../src/workers/line.ts'
import { startPicturePool } from '../../src/workers/picturePool.ts'
import { fillIn } from '../pdf/filledForm.ts'

const form = fillIn({ why: 'I walk there.', agree: 'no' })

test('reading does not stand behind pictures, and pictures that nobody can wait for are refused', async () => {
  const pool = startPicturePool()
  const order: string[] = []
  const draw = (signal?: AbortSignal) =>
    pool.picture(form.bytes, 1, 1240, signal).then(() => void order.push('picture'))
  const leaving = new AbortController()
  const pictures = [
    ...Array.from({ length: 8 }, () => draw()),
    ...Array.from({ length: 194 }, () => draw(leaving.signal)),
  ]
  const outcomes = Promise.allSettled(pictures)
  const reading = pool.read(form).then((seen) => {
    order.push('read')
    return seen
  })
  const left = Promise.allSettled([1, 2, 3].map(() => pool.read(form, leaving.signal)))
  await expect(draw()).rejects.toThrow(Busy)
  leaving.abort()
  const { pages, missing } = await reading
  expect(pages.map(({ text }) => text).join()).toContain('I walk there.')
  expect(missing).toEqual([])
  expect((await left).at(-1)?.status).toBe('rejected')
  const drawn = (await outcomes).filter(({ status }) => status === 'fulfilled').length
  expect(drawn).toBe(8)
  expect(order.indexOf('read')).toBeLessThan(8)
  await pool.close()
})

test('what is to be sent waits for nobody who only looks', async () => {
  const pool = startPicturePool()
  const order: string[] = []
  const looking = Array.from({ length: 12 }, () => pool.read(form).then(() => void order.push('read')))
  const sending = pool.release(form).then(({ missing }) => {
    order.push('release')
    return missing
  })
  expect(await sending).toEqual([])
  await Promise.all(looking)
  expect(order.indexOf('release')).toBeLessThan(12)
  await pool.close()
})
