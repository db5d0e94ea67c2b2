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

/** What a command is given besides its words: settings, and bytes on its standard input. */
export type Given = { env?: Record<string, string>; input?: string | Uint8Array }

/** Runs a command of the product with these settings and this input, as npm does it for somebody who types it in `folder`. */
export const cliWith = async ({ env = {}, input }: Given, folder: string, ...words: string[]): Promise<Ran> => {
  const child = spawn(process.execPath, [join(project, 'src/launch.mjs'), 'src/cli/main.ts', ...words], {
    cwd: project,
    env: { ...process.env, NODE_OPTIONS: '', INIT_CWD: folder, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  // A command that has read enough closes its input, as it should.
  child.stdin?.on('error', () => undefined).end(input)
  const [out, err, code] = await Promise.all([text(child.stdout!), text(child.stderr!), ended])
  return { code, out, err }
}

/** Runs a command of the product that needs no settings. */
export const cli = (folder: string, ...words: string[]): Promise<Ran> => cliWith({}, folder, ...words)

/** Lets a test use a folder of its own, which is gone afterwards. */
export const withFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'cli-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
