import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SIZE = '200m'

/** A disk of its own for a folder, and what fills it to the last byte. */
export type SmallDisk = { fill(): void; makeRoom(): void }

const writeUntilFull = (file: string, bytes: number): void => {
  try {
    writeFileSync(file, Buffer.alloc(bytes))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

/** Lets a test put a small disk under a folder that is still empty; takes it away again. */
export const withSmallDisk = async (folder: string, use: (disk: SmallDisk) => Promise<void>): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder])
  const ballast = join(folder, 'ballast')
  try {
    await use({
      fill() {
        const { bavail, bsize } = statfsSync(folder)
        writeUntilFull(ballast, (bavail + 1) * bsize)
      },
      makeRoom: () => rmSync(ballast),
    })
  } finally {
    execFileSync('umount', ['-l', folder])
  }
}
