import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UnsoundPack } from '../../src/consultation/problem.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { readForeignPack, UnreadablePdf } from '../../src/workers/foreignPdf.ts'
import { withFolder } from '../storage/folder.ts'
import { bombs } from './bombs.ts'
import { ENDLESS, explode, INDEX, reading } from './readForeign.ts'

const pack = join(import.meta.dirname, '../../assets/consultations/mopac-2017')
const formPath = join(pack, 'form.pdf')
const form = readFileSync(formPath)

test('a file that asks for hundreds of megabytes does not get them, and one that never ends is given up', async () => {
  expect((await explode(INDEX)).trouble).toBe('memory')
  expect((await explode(ENDLESS, { ms: 2000 })).trouble).toBe('time')
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
