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

/** Who saved, and the number of the last save that was acknowledged. */
type Kept = { visit: string; last: number }

/** Somebody who saves again and again, another number each time, until no answer comes. */
const saveUntilCut = async (address: string): Promise<Kept> => {
  const person = new Person(address)
  let last = 0
  try {
    await person.begin()
    while ((await person.post('/questions/q1', { 'q1-reasons': `Saved ${last + 1}` })).status === 303) last += 1
  } catch {
    // The power was cut, or the server ended with it.
  }
  person.leave()
  return { visit: person.cookies.get('visit') ?? '', last }
}

/** How many saves that were acknowledged are not there: the newest that is there has all before it in it. */
const lostOf = async (folder: string, kept: Kept[]): Promise<number> => {
  const books = await openBooks(folder)
  let lost = 0
  for (const { visit, last } of kept) {
    const words = String((await books.responseOf(visit))?.answers['q1-reasons'] ?? '')
    lost += Math.max(0, last - Number(words.split(' ')[1] ?? 0))
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
        let [acknowledged, lost] = [0, 0]
        for (let count = 1; count <= CUTS; count += 1) {
          const server = await start({ folder: at, env: { TRUST_PROXY: '1' } })
          const saving = Promise.all(Array.from({ length: CLIENTS }, () => saveUntilCut(server.address)))
          await pause(1000 + random() * 1000)
          await cut()
          await server.end('SIGKILL')
          const kept = await saving
          await comesBack()
          acknowledged += kept.reduce((sum, { last }) => sum + last, 0)
          lost += await lostOf(at, kept)
        }
        sayFigures('A2', { cuts: CUTS, acknowledged, lost })
        expect(acknowledged).toBeGreaterThan(CUTS * CLIENTS)
        expect(lost).toBe(0)
      }),
    ),
  1_200_000,
)
