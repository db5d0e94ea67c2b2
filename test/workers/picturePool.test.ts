import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Busy } from '../../src/workers/line.ts'
import { startPicturePool } from '../../src/workers/picturePool.ts'

const form = readFileSync(join(import.meta.dirname, '../../assets/consultations/mopac-2017/form.pdf'))

test('reading does not stand behind pictures, and pictures that nobody can wait for are refused', async () => {
  const pool = startPicturePool()
  const order: string[] = []
  const draw = (signal?: AbortSignal) => pool.picture(form, 1, 1240, signal).then(() => void order.push('picture'))
  const leaving = new AbortController()
  const pictures = [
    ...Array.from({ length: 8 }, () => draw()),
    ...Array.from({ length: 194 }, () => draw(leaving.signal)),
  ]
  const outcomes = Promise.allSettled(pictures)
  const reading = pool.read(form).then((pages) => {
    order.push('read')
    return pages
  })
  const left = Promise.allSettled([1, 2, 3].map(() => pool.read(form, leaving.signal)))
  await expect(draw()).rejects.toThrow(Busy)
  leaving.abort()
  expect((await reading)[0]?.text).toContain('MOPAC')
  expect((await left).at(-1)?.status).toBe('rejected')
  const drawn = (await outcomes).filter(({ status }) => status === 'fulfilled').length
  expect(drawn).toBe(8)
  expect(order.indexOf('read')).toBeLessThan(8)
  await pool.close()
})
