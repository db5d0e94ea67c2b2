import { toRead } from '../../src/pdf/seeing/released.ts'
import { withDocument } from '../../src/workers/pdfium.ts'
import { picture, release } from '../../src/workers/pictures.ts'
import { fillIn, ofLength } from '../pdf/filledForm.ts'

const filled = fillIn({ why: ofLength(300), agree: 'no' })
const form = toRead(filled)

const heapOf = (bytes: Uint8Array): Promise<number> =>
  withDocument(bytes, (document) => document['module'].HEAPU8.length)

test('reading and drawing leave no page open: the memory stays what it was, over 300 forms', async () => {
  const use = async (times: number) => {
    for (let time = 0; time < times; time += 1) expect((await release({ ...form, form: 'drawn' })).missing).toEqual([])
    await picture({ bytes: filled.bytes, page: 1, widthPx: 300 })
    return heapOf(filled.bytes)
  }
  const settled = await use(20)
  expect(await use(300)).toBe(settled)
})

test('a document that cannot be read leaves the next one readable', async () => {
  const head = new TextEncoder().encode('%PDF-1.7 and no more')
  await expect(release({ ...form, head, form: 'none' })).rejects.toThrow()
  const { pages } = await release({ ...form, form: 'drawn' })
  expect(pages.map(({ text }) => text).join()).toContain('Łukasz Żółć')
})
