import { blankPages } from '../../src/workers/blankPages.ts'
import { prepared } from '../pdf/filledForm.ts'

const { bytes } = prepared.copies.final.head
const unreadable = new TextEncoder().encode('no PDF')

test('a blank page is looked at once, and one that the form does not have is not looked for again', async () => {
  const first = await blankPages('drawn', bytes, [2, 7])
  expect([...first.keys()]).toEqual([2])
  expect(await blankPages('drawn', unreadable, [2, 7])).toEqual(first)
  await expect(blankPages('drawn', unreadable, [1])).rejects.toThrow()
})

test('a form of another name is another form', async () => {
  await blankPages('one', bytes, [1])
  await expect(blankPages('other', unreadable, [1])).rejects.toThrow()
})
