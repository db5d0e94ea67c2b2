import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileTemplates } from '../../src/views/compileTemplates.ts'
import { compileViews } from '../../src/views/compileViews.ts'
import { keepCompiled } from '../../src/views/keepCompiled.ts'
import { readTemplates } from '../../src/views/readTemplates.ts'
import { WrongTemplates } from '../../src/views/WrongTemplates.ts'
import { withFolder } from '../storage/folder.ts'
import { layout } from './samples.ts'

const files = readTemplates('templates')

const page = (compile: typeof compileTemplates, some = files) =>
  compileViews(some, undefined, compile).page('fault', { number: '7', typed: [] } as never, layout)

test('what was compiled is kept, and renders as what was not', () =>
  withFolder(async (folder) => {
    const before = page(compileTemplates)
    const kept = join(folder, 'not/yet/there')
    expect(page(keepCompiled(kept))).toBe(before)
    const [file] = readdirSync(kept)
    expect(page(keepCompiled(kept))).toBe(before)
    const marked = { ...compileTemplates(files), marked: 'read from the folder' }
    writeFileSync(join(kept, file!), JSON.stringify(marked))
    expect(keepCompiled(kept)(files)).toEqual(marked)
  }))

test('a changed template is compiled anew, and an unsound one is never kept', () =>
  withFolder(async (folder) => {
    const compile = keepCompiled(folder)
    compile(files)
    const changed = { ...files, 'pages/fault.hbs': files['pages/fault.hbs']!.replace('<h1>', '<h1>Changed. ') }
    expect(page(compile, changed)).toContain('<h1>Changed. ')
    for (let turn = 0; turn < 2; turn += 1) {
      expect(() => compile({ ...files, 'pages/fault.hbs': '{{{raw}}}' })).toThrow(WrongTemplates)
    }
    expect(readdirSync(folder)).toHaveLength(2)
  }))

test('half a file, and a folder that cannot be written, are as if nothing were kept', () =>
  withFolder(async (folder) => {
    keepCompiled(folder)(files)
    const file = join(folder, readdirSync(folder)[0]!)
    writeFileSync(file, '{"pages/fault": ')
    expect(keepCompiled(folder)(files)).toEqual(compileTemplates(files))
    expect(keepCompiled(join(file, 'below'))(files)).toEqual(compileTemplates(files))
  }))
