import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { complaints, pageTexts } from '../pdf/paper.ts'
import { cli, packs, withFolder } from './command.ts'
import { csv, fillMany } from './table.ts'

const table = csv([
  ['days-why', 'street', 'reference'],
  ['warm', 'Mill Lane', 'A1'],
  ['Łukasz '.repeat(400), '', ''],
  ['quiet', '', 'A3'],
])

test('a table becomes one PDF, each form on a sheet of its own', () =>
  withFolder(async (folder) => {
    const { code, out, err } = await fillMany(folder, table, ['--print-run', 'run.pdf', '--json'])
    expect([code, err]).toEqual([0, ''])
    const run = await readFile(join(folder, 'run.pdf'))
    expect(JSON.parse(out)).toEqual({ ok: true, file: 'run.pdf', duplex: true, forms: 3, pages: 6, bytes: run.length })
    expect(await complaints(run)).toBe('')
    const pages = await pageTexts(run)
    expect(pages.map((text) => /A1|A3|continued|Continued/.exec(text)?.[0] ?? text.trim().slice(0, 0))).toEqual([
      ...['A1', '', expect.any(String), 'Continued', 'A3', ''],
    ])
    expect(pages[1]!.trim()).toBe('')
  }))

test('for one side there are no blank pages, and answers may come from several files', () =>
  withFolder(async (folder) => {
    await cp(join(packs.library, 'sample-answers.json'), join(folder, 'a.json'))
    const answers = ['--answers', 'a.json', '--answers', 'a.json', '--answers', 'a.json']
    const words = ['--pack', packs.library, ...answers, '--print-run', 'run.pdf', '--no-duplex']
    const { code, out } = await cli(folder, 'fill', ...words)
    expect([code, out]).toEqual([0, 'Written: run.pdf, 3 forms, 3 pages.\n'])
    const pages = await pageTexts(await readFile(join(folder, 'run.pdf')))
    expect(pages.map((text) => text.includes('Mühlgasse 3'))).toEqual([true, true, true])
  }))
