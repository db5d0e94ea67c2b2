import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packagesProblem } from '../src/installed.mjs'
import { withFolder } from './storage/folder.ts'

const lock = {
  'node_modules/a': { version: '1.0.0', bin: { a: 'a.js' } },
  'node_modules/a/node_modules/b': { version: '2.0.0', bin: { b: 'b.js' } },
  'node_modules/for-this-machine': { version: '1.0.0', optional: true },
  'node_modules/for-another-machine': { version: '1.0.0', optional: true },
}
const { 'node_modules/for-another-machine': _, ...installed } = lock

const write = (file: string, content: object | string) => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(content))
}

const project = (folder: string, record: object = installed) => {
  write(join(folder, 'package-lock.json'), { packages: { '': { name: 'p' }, ...lock } })
  write(join(folder, 'node_modules/.package-lock.json'), { packages: record })
  for (const name of Object.keys(record)) write(join(folder, name, 'package.json'), {})
  write(join(folder, 'node_modules/.bin/a'), '')
  return folder
}

test('a whole installation has no problem, though other machines need other packages', () =>
  withFolder((folder) => {
    expect(packagesProblem(project(folder))).toBeNull()
  }))

test('with no record of npm nothing is installed', () =>
  withFolder((folder) => {
    rmSync(join(project(folder), 'node_modules/.package-lock.json'))
    expect(packagesProblem(folder)).toBe('nothing is installed yet')
  }))

test.each([
  ['another version', { ...installed, 'node_modules/a': { version: '1.0.1' } }],
  ['other bytes', { ...installed, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-other' } }],
  ['a package too few', { 'node_modules/a': installed['node_modules/a'] }],
])('%s than the lock file lists is seen', (_name, record) =>
  withFolder((folder) => {
    expect(packagesProblem(project(folder, record))).toBe('what is installed is not what package-lock.json lists')
  }),
)

test.each(['node_modules/a/node_modules/b', 'node_modules/for-this-machine', 'node_modules/.bin/a'])(
  '%s deleted is seen',
  (path) =>
    withFolder((folder) => {
      rmSync(join(project(folder), path), { recursive: true })
      expect(packagesProblem(folder)).toBe('some packages are missing')
    }),
)
