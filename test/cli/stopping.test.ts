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

test('asked to stop while it writes, it leaves whole files alone and says how many', () =>
  withFolder(async (folder) => {
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
    const [code, err, names] = [await ended, await said, await readdir(join(folder, 'forms'))]
    expect([code, err]).toEqual([1, `Stopped: ${names.length} of ${ROWS} forms are in forms, each whole.\n`])
    expect(names.length).toBeLessThan(ROWS)
    for (const name of names) {
      expect(name).toMatch(/\.pdf$/)
      expect((await readFile(join(folder, 'forms', name), 'latin1')).trimEnd().endsWith('%%EOF')).toBe(true)
    }
  }))
