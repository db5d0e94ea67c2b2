import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packs, project, withFolder } from './command.ts'
import { csv } from './table.ts'

const run = promisify(execFile)

/** Types a command into a terminal of its own (script, bsdutils), its standard output into a file; answers what was shown. */
const typed = async (folder: string, words: string[]): Promise<string> => {
  const command = [process.execPath, join(project, 'src/launch.mjs'), 'src/cli/main.ts', ...words]
  const line = `${command.map((word) => `'${word}'`).join(' ')} > '${join(folder, 'stdout')}'`
  const env = { ...process.env, NODE_OPTIONS: '', INIT_CWD: folder, TERM: 'xterm' }
  const { stdout } = await run('script', ['-qec', line, '/dev/null'], { cwd: project, env, timeout: 60_000 })
  return stdout
}

test('a terminal shows how far it is, and nothing of that is mixed into JSON', () =>
  withFolder(async (folder) => {
    const rows = Array.from({ length: 5 }, (_, at) => [`Reason ${at}`])
    await writeFile(join(folder, 'answers.csv'), csv([['days-why'], ...rows]))
    const words = ['fill', '--pack', packs.library, '--many', 'answers.csv', '--out-dir', 'forms', '--json']
    const shown = await typed(folder, words)
    expect(shown).toMatch(/Reading back =+ 5 of 5/)
    expect(shown).toMatch(/Writing =+ 5 of 5/)
    expect(JSON.parse(await readFile(join(folder, 'stdout'), 'utf8')).forms.length).toBe(5)
  }))
