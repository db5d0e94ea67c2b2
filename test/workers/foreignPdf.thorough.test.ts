import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foreignFields, UnreadablePdf } from '../../src/workers/foreignPdf.ts'
import { Busy } from '../../src/workers/line.ts'
import { ENDLESS, explode, INDEX, reading, WORDS } from './readForeign.ts'

const form = readFileSync(join(import.meta.dirname, '../../assets/consultations/mopac-2017/form.pdf'))

const MOST_MB = 400
const NO_END = Number.MAX_SAFE_INTEGER

const children = () => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length

test('forms that come at once are all read, two children at a time; more than thirty do not wait', async () => {
  const before = children()
  const honest = [form, form, form, form, form].map((bytes) => foreignFields(bytes))
  expect(children() - before).toBe(2)
  const rubbish = Array.from({ length: 28 }, () => foreignFields(new Uint8Array([1, 2, 3])))
  const outcomes = Promise.allSettled(rubbish)
  await expect(rubbish.at(-1)).rejects.toThrow(Busy)
  for (const fields of await Promise.all(honest)) expect(Object.keys(fields).length).toBeGreaterThan(10)
  const reasons = (await outcomes).map((one) => (one.status === 'rejected' ? one.reason : null))
  expect(reasons.filter((reason) => reason instanceof UnreadablePdf)).toHaveLength(27)
})

describe('a file that asks for hundreds of megabytes', () => {
  test.each([WORDS, INDEX])('does not get them: %s', async (name) => {
    const { trouble, mb } = await explode(name)
    expect(trouble).toBe('memory')
    expect(mb).toBeGreaterThan(40)
    expect(mb).toBeLessThan(MOST_MB)
  })

  test('gets them where memory has no limit', async () => {
    expect((await explode(WORDS, { dataBytes: NO_END })).mb).toBeGreaterThan(MOST_MB)
  })

  test('is held by the limit of the heap, for what it heaps up, where the system sets none', async () => {
    expect((await explode(INDEX, { dataBytes: NO_END })).trouble).toBe('memory')
  })

  test('gets no answer of hundreds of megabytes through to us', async () => {
    expect((await reading(form, { answerBytes: 100 })).trouble).toBe('memory')
  })
})

test('a file that never ends is given up at the limit of time, and of processors, whose parent cannot end it', async () => {
  expect((await explode(ENDLESS, { ms: 2000 })).trouble).toBe('time')
  expect((await explode(ENDLESS, { cpuSeconds: 2 })).trouble).toBe('time')
})
