import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, watch, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { packs, project, withFolder } from './command.ts'
import { csv } from './table.ts'

const ROWS = 150

/** Waits until something stands in a folder. */
const firstIn = async (folder: string): Promise<void> => {
  for await (const _ of watch(folder)) return
}

/** Starts filling a table, asks it to stop when the first form is there, and tells how it ended and what it left. */
const stopped = async (folder: string) => {
  const rows = Array.from({ length: ROWS }, (_, at) => [`Reason ${at}`])
  await writeFile(join(folder, 'answers.csv'), csv([['days-why'], ...rows]))
  await mkdir(join(folder, 'forms'))
  const words = ['fill', '--pack', packs.library, '--many', 'answers.csv', '--out-dir', 'forms']
  const seen = firstIn(join(folder, 'forms'))
  const child = spawn(process.execPath, [join(project, 'src/launch.mjs'), 'src/cli/main.ts', ...words], {
    cwd: project,
    env: { ...process.env, NODE_OPTIONS: '', INIT_CWD: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 80_000,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const said = text(child.stderr)
  await seen
  child.kill('SIGTERM')
  const [code, err] = [await ended, await said]
  const names = await readdir(join(folder, 'forms'))
  const forms = await Promise.all(names.map((name) => readFile(join(folder, 'forms', name), 'latin1')))
  return { code, err, names, forms }
}

test('asked to stop while it writes, it leaves whole files alone and says how many', async () => {
  // All forms are written in a moment, and a word to stop may come too late to stop anything: then it is said again.
  for (let time = 0; time < 8; time += 1) {
    const { code, err, names, forms } = await withFolder(stopped)
    for (const name of names) expect(name).toMatch(/\.pdf$/)
    for (const form of forms) expect(form.trimEnd().endsWith('%%EOF')).toBe(true)
    if (names.length === ROWS) continue
    expect([code, err]).toEqual([1, `Stopped: ${names.length} of ${ROWS} forms are in forms, each whole.\n`])
    return
  }
  throw new Error('It was never stopped while it wrote')
})
