import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UnsoundPack } from '../../src/consultation/problem.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { askChild } from '../../src/workers/foreign/child.ts'
import { LIMITS, type Limits } from '../../src/workers/foreign/limits.ts'
import { foreignFields, readForeignPack, UnreadablePdf } from '../../src/workers/foreignPdf.ts'
import { Busy } from '../../src/workers/line.ts'
import { withFolder } from '../storage/folder.ts'
import { bombs } from './bombs.ts'
import { watchChildren } from './watchChildren.ts'

const pack = join(import.meta.dirname, '../../assets/consultations/mopac-2017')
const formPath = join(pack, 'form.pdf')
const form = readFileSync(formPath)

const MOST_MB = 400

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

/** Asks a child for the fields of these bytes; answers what was wrong with them, and the most memory that the child had. */
const reading = async (bytes: Uint8Array, limits: Partial<Limits> = {}) => {
  // The memory is what is looked at: on a busy machine the time might be up first.
  const patient = { ...LIMITS.readFields, ms: 60_000, cpuSeconds: 60, ...limits }
  const { result, taken } = await watchChildren(() =>
    askChild('readFields', { said: null, bytes }, patient).catch((error: unknown) => error),
  )
  return { trouble: result instanceof UnreadablePdf ? result.trouble : null, mb: taken.mb }
}

const explode = (name: string, limits: Partial<Limits> = {}) => reading(bombs[name]!(), limits)

const WORDS = 'words of 110 MB in a field'
const INDEX = 'an index of nine hundred million'
const ENDLESS = 'entries of two thousand million bytes'
const NO_END = Number.MAX_SAFE_INTEGER

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

test('a file with a password is called locked, and what is no PDF is called unreadable', () =>
  withFolder(async (folder) => {
    const locked = join(folder, 'locked.pdf')
    execFileSync('qpdf', ['--encrypt', 'secret', 'owner', '256', '--', formPath, locked])
    expect((await reading(readFileSync(locked))).trouble).toBe('password')
    expect((await reading(new TextEncoder().encode('A letter.'))).trouble).toBe('unreadable')
    expect((await reading(form.subarray(0, 300))).trouble).toBe('unreadable')
  }))

test.each(['time', 'memory', 'password', 'unreadable'] as const)('%s: what is wrong, and what to do', (trouble) => {
  const { message } = new UnreadablePdf(trouble)
  expect(message).toMatch(/^[A-Z][^.]+\. Open it in a PDF reader, save .+\.$/)
})

const problemsOf = (reading: Promise<unknown>) =>
  reading.then(
    () => [],
    (error: unknown) => (error instanceof UnsoundPack ? error.problems : error),
  )

test('a pack is read as in the process itself: sound, or every problem by number', () =>
  withFolder(async (folder) => {
    expect(await readForeignPack(pack)).toEqual(await readPack(pack))
    await cp(pack, folder, { recursive: true })
    await Promise.all(['sample-answers.json', 'PROVENANCE.md'].map((name) => rm(join(folder, name))))
    const [there, here] = await Promise.all([problemsOf(readForeignPack(folder)), problemsOf(readPack(folder))])
    expect(there).toEqual(here)
    expect(there).toHaveLength(2)
    await writeFile(join(folder, 'form.pdf'), bombs[INDEX]!())
    expect(await problemsOf(readForeignPack(folder))).toEqual([
      expect.objectContaining({ file: 'form.pdf', found: expect.stringMatching(/^This PDF takes (up|longer)/) }),
    ])
  }))

test('a pack that may not be read is told with the system’s own error', async () => {
  const refused = await readForeignPack(`/${'x'.repeat(300)}`).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'ENAMETOOLONG', syscall: 'stat' })
})
