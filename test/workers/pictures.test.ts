import { withDocument } from '../../src/workers/pdfium.ts'
import { picture, read } from '../../src/workers/pictures.ts'
import { fillIn, ofLength } from '../pdf/filledForm.ts'

const heapOf = (bytes: Uint8Array): Promise<number> =>
  withDocument(bytes, (document) => document['module'].HEAPU8.length)

test('reading and drawing leave no page open: the memory stays what it was', async () => {
  const { bytes } = await fillIn({ why: ofLength(3000) })
  const use = async (times: number) => {
    for (let time = 0; time < times; time += 1) await read({ bytes })
    await picture({ bytes, page: 1, widthPx: 300 })
    return heapOf(bytes)
  }
  const settled = await use(20)
  expect(await use(150)).toBe(settled)
})

test('a document that cannot be read leaves the next one readable', async () => {
  await expect(read({ bytes: new TextEncoder().encode('%PDF-1.7 and no more') })).rejects.toThrow()
  const { bytes } = await fillIn({ why: 'Readable.' })
  expect((await read({ bytes })).map(({ text }) => text).join()).toContain('Readable.')
})
