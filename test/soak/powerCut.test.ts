import { execFile, execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { chance } from '../promises/chance.ts'
import { sayFigures } from '../promises/figures.ts'
import { openBooks } from '../promises/keptBooks.ts'
import { Person } from '../promises/person.ts'
import { withProduct } from '../promises/withProduct.ts'
import { pathOf } from '../run/tools.ts'
import { withFolder } from '../storage/folder.ts'

// A2. Mutation partner: with synchronous=NORMAL in storage/database.ts hundreds of acknowledged answers are lost a cut.

const CUTS = 20
const CLIENTS = 8
const run = promisify(execFile)
const program = (name: string) => pathOf(name) ?? name

type Disk = { at: string; cut(): Promise<void>; comesBack(): Promise<void> }

/** A file system in a file, whose power can be cut: what was not written to the disk by then is gone. Needs root. */
const withDisk = (use: (disk: Disk) => Promise<void>) =>
  withFolder(async (folder) => {
    const [image, at] = [join(folder, 'disk.img'), join(folder, 'disk')]
    await mkdir(at)
    await run('truncate', ['-s', '256M', image])
    await run(program('mkfs.ext4'), ['-q', image])
    const loop = execFileSync(program('losetup'), ['-f', '--show', image]).toString().trim()
    const mount = () => run('mount', [loop, at])
    try {
      await mount()
      const cut = async () => void (await run(program('xfs_io'), ['-x', '-c', 'shutdown', at]))
      const comesBack = async () => {
        await run('umount', [at])
        await mount()
      }
      await use({ at, cut, comesBack })
    } finally {
      await run('umount', [at]).catch(() => undefined)
      await run(program('losetup'), ['-d', loop])
    }
  })

type Kept = { visit: string; words: string }

/** Somebody who saves again and again, other words each time, until no answer comes; the last that was acknowledged. */
const saveUntilCut = async (address: string, name: number, cut: number): Promise<Kept[]> => {
  const kept: Kept[] = []
  for (;;) {
    const words = `Saved by ${name} before cut ${cut}, number ${kept.length}.`
    try {
      const person = new Person(address)
      await person.begin()
      const saved = await person.post('/questions/q1', { 'q1-reasons': words })
      if (saved.status !== 303) return kept
      kept.push({ visit: person.cookies.get('visit') ?? '', words })
      person.leave()
    } catch {
      return kept
    }
  }
}

const lostOf = async (folder: string, kept: Kept[]): Promise<number> => {
  const books = await openBooks(folder)
  let lost = 0
  for (const { visit, words } of kept) {
    const response = await books.responseOf(visit)
    if (response?.answers['q1-reasons'] !== words) lost += 1
  }
  await books.close()
  return lost
}

test(
  'the power is cut 20 times under load: nothing that was acknowledged is lost',
  () =>
    withDisk(({ at, cut, comesBack }) =>
      withProduct(async ({ start }) => {
        const random = chance(23)
        const all: Kept[] = []
        for (let count = 1; count <= CUTS; count += 1) {
          const server = await start({ folder: at, env: { TRUST_PROXY: '1' } })
          const saving = Promise.all(
            Array.from({ length: CLIENTS }, (_, name) => saveUntilCut(server.address, name, count)),
          )
          await pause(500 + random() * 1000)
          await cut()
          await server.end('SIGKILL')
          all.push(...(await saving).flat())
          await comesBack()
        }
        const lost = await lostOf(at, all)
        sayFigures('A2', { cuts: CUTS, acknowledged: all.length, lost })
        expect(all.length).toBeGreaterThan(CUTS * CLIENTS)
        expect(lost).toBe(0)
      }),
    ),
  1_200_000,
)
