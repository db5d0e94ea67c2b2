import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { foreignFields, UnreadablePdf } from '../../src/workers/foreignPdf.ts'
import { Busy } from '../../src/workers/line.ts'

const form = readFileSync(join(import.meta.dirname, '../../assets/consultations/mopac-2017/form.pdf'))

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

/** A PDF of some kilobytes whose one object stream, deflated twice, holds `megabytes` of zeros. */
const bomb = (megabytes: number): Buffer => {
  const inside = deflateSync(deflateSync(Buffer.alloc(megabytes * 1024 * 1024, '0')))
  const stream = `/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length ${inside.length}`
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n4 0 obj<<${stream}>>stream\n`,
    ),
    inside,
    Buffer.from('\nendstream\nendobj\ntrailer<</Size 5/Root 1 0 R>>\n%%EOF\n'),
  ])
}

/** The most memory (MB) that each child of this process has had; nothing where the system does not tell. */
const peaks = (): number[] => {
  try {
    return readdirSync('/proc').flatMap((name) => {
      const status = /^\d+$/.test(name) ? statusOf(name) : ''
      const peak = status.match(/VmHWM:\s+(\d+)/)?.[1]
      return peak && status.includes(`PPid:\t${process.pid}\n`) ? [Number(peak) / 1024] : []
    })
  } catch {
    return []
  }
}

const statusOf = (name: string): string => {
  try {
    return readFileSync(`/proc/${name}/status`, 'utf8')
  } catch {
    return ''
  }
}

test('a file that asks for hundreds of megabytes does not get them', async () => {
  let done = false
  const reading = foreignFields(bomb(300))
    .catch((error: unknown) => error)
    .finally(() => (done = true))
  let peak = 0
  while (!done) {
    peak = Math.max(peak, ...peaks())
    await new Promise((resolve) => setImmediate(resolve))
  }
  await reading
  expect(peak).toBeLessThan(400)
})
