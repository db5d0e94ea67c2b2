import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export const project = join(import.meta.dirname, '../..')

export const packs = {
  mopac: join(project, 'assets/consultations/mopac-2017'),
  library: join(project, 'test/packs/library-hours'),
}

export type Ran = { code: number | null; out: string; err: string }

/** Runs a command of the product, as npm does it for somebody who types it in `folder`. */
export const cli = async (folder: string, ...words: string[]): Promise<Ran> => {
  const child = spawn(process.execPath, [join(project, 'src/launch.mjs'), 'src/cli/main.ts', ...words], {
    cwd: project,
    env: { ...process.env, NODE_OPTIONS: '', INIT_CWD: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, err }
}

/** Lets a test use a folder of its own, which is gone afterwards. */
export const withFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'cli-'))
  try {
    await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
