import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { withFolder } from './storage/folder.ts'

const source = resolve(import.meta.dirname, '../src')

const program = `
const words: string[] = process.argv.slice(2)
process.on('SIGTERM', () => process.exit(7))
console.log(JSON.stringify({ node: process.version, words, calledIn: process.env.INIT_CWD }))
if (words.includes('wait')) setInterval(() => {}, 1000)
else process.exitCode = 3
`

/** A project with our launcher, one package to install, and in place of npm a script of the test's own. */
const project = (folder: string, npm: string) => {
  for (const name of ['src', 'bin']) mkdirSync(join(folder, name))
  for (const file of ['launch.mjs', 'installed.mjs']) copyFileSync(join(source, file), join(folder, 'src', file))
  const packages = { 'node_modules/a': { version: '1.0.0' } }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  writeFileSync(join(folder, 'program.ts'), program)
  writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\necho "$@" >> calls\n${npm}\n`)
  chmodSync(join(folder, 'bin/npm'), 0o755)
}

const installs = `mkdir -p node_modules/a && echo '{}' > node_modules/a/package.json &&
  cp package-lock.json node_modules/.package-lock.json && echo "npm speaks"`

const launch = (folder: string, ...words: string[]) =>
  spawn(process.execPath, [join(folder, 'src/launch.mjs'), ...words], {
    env: { PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, INIT_CWD: '/where/it/was/typed' },
  })

const outcome = async (child: ChildProcess) => {
  const ended = new Promise((done) => child.on('close', (code, signal) => done(code ?? signal)))
  const [out, err, end] = await Promise.all([text(child.stdout!), text(child.stderr!), ended])
  return { out, err, end }
}

test('what is missing is installed once, and stdout holds the words of the program alone', () =>
  withFolder(async (folder) => {
    project(folder, installs)
    const first = await outcome(launch(folder, 'program.ts', 'a', '--b c'))
    expect(JSON.parse(first.out)).toEqual({
      node: expect.stringMatching(/^v24\./),
      words: ['a', '--b c'],
      calledIn: '/where/it/was/typed',
    })
    expect(first.err).toMatch(/^Installing the packages in node_modules \(nothing is installed yet\).+\nnpm speaks\n$/)
    expect(first.end).toBe(3)
    const second = await outcome(launch(folder, 'program.ts'))
    expect(second).toMatchObject({ err: '', end: 3 })
    expect(readFileSync(join(folder, 'calls'), 'utf8')).toMatch(/^ci [^\n]+\n$/)
  }))

test('an installation that fails ends in a sentence what to do', () =>
  withFolder(async (folder) => {
    project(folder, 'echo "npm has a reason"; exit 1')
    const { out, err, end } = await outcome(launch(folder, 'program.ts'))
    expect(out).toBe('')
    expect(err).toMatch(/npm has a reason\nThe packages could not be installed; npm says why above\./)
    expect(end).toBe(1)
  }))

test('a signal reaches the program, and its way of ending is passed on', () =>
  withFolder(async (folder) => {
    project(folder, installs)
    const child = launch(folder, 'program.ts', 'wait')
    child.stdout.once('data', () => child.kill('SIGTERM'))
    expect((await outcome(child)).end).toBe(7)
  }))

test('a program ended by a signal ends the launcher by the same', () =>
  withFolder(async (folder) => {
    project(folder, installs)
    writeFileSync(join(folder, 'program.ts'), "process.kill(process.pid, 'SIGKILL')")
    expect((await outcome(launch(folder, 'program.ts'))).end).toBe('SIGKILL')
  }))

test('without a file to run it says how it is used', () =>
  withFolder(async (folder) => {
    project(folder, installs)
    expect(await outcome(launch(folder))).toEqual({
      out: '',
      err: 'Usage: node src/launch.mjs FILE.ts [WORDS]\n',
      end: 2,
    })
  }))
