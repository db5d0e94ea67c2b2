import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cli, project, withFolder } from './command.ts'
import { fillMany } from './table.ts'

test('the table in docs/packs.md fills the forms of the pack beside it, under the names that are said there', () =>
  withFolder(async (folder) => {
    const document = await readFile(join(project, 'docs/packs.md'), 'utf8')
    await mkdir(join(folder, 'library'))
    for (const [, name = '', text = ''] of document.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)) {
      await writeFile(join(folder, 'library', name), text)
    }
    expect((await cli(folder, 'draw-stand-in', '--pack', 'library')).code).toBe(0)
    const [, table = ''] = /^```csv\n([\s\S]*?)^```$/m.exec(document) ?? []
    const words = ['--out-dir', 'forms', '--json']
    const { out } = await fillMany(folder, table, words, 'library')
    expect(JSON.parse(out).forms.map(({ file }: { file: string }) => file)).toEqual([
      'library-2031-response-K7MQ2FTD.pdf',
      'ann-marsh.pdf',
    ])
    expect(document).toContain('`library-2031-response-K7MQ2FTD.pdf`')
    const unnamed = table.replaceAll(',file', '').replaceAll(/,(ann-marsh)?$/gm, '')
    expect(JSON.parse((await fillMany(folder, unnamed, words, 'library')).out).problems[0].found).toContain(
      'forms/library-2031-response-K7MQ2FTD.pdf, which is there already',
    )
    const named = (await fillMany(folder, unnamed, ['--out-dir', 'others', '--json'], 'library')).out
    expect(JSON.parse(named).forms[1].file).toBe('library-2031-row-0003.pdf')
    expect(document).toContain('`library-2031-row-0003.pdf`')
  }))
