import { access, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { complaints, pageTexts } from '../pdf/paper.ts'
import { cli, packs, withFolder } from './command.ts'
import { coveredPack } from './coveredPack.ts'
import { csv, fillMany } from './table.ts'

const HEADER = ['days', 'days-why', 'three-days', 'street', 'reference', 'file']

const WHY = 'To read "The Mill", and\r\nbecause, on Mondays, it is warm.'

const isThere = async (path: string) => (await access(path).catch(() => 'gone')) !== 'gone'

test('each row becomes a form, whole, with the name that it asks for', () =>
  withFolder(async (folder) => {
    const rows = [
      HEADER,
      ['weekdays;saturday', WHY, 'no', 'Mühlgasse 3', 'K7MQ2FTD', ''],
      ['', '', '', '', '', ''],
      ['weekdays\n saturday ', 'Łukasz', 'yes', ' Mill  Lane ', '', 'Siân'],
      ['', '', '', 'Blank but for its street', '', ''],
    ]
    const { code, out, err } = await fillMany(folder, `\ufeff${csv(rows)}`, ['--out-dir', 'forms/new', '--json'])
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toEqual({
      ok: true,
      folder: 'forms/new',
      copy: 'fillable',
      pages: 3,
      forms: [
        { row: 2, reference: 'K7MQ2FTD', file: 'library-hours-response-K7MQ2FTD.pdf', pages: 1 },
        { row: 4, reference: null, file: 'Siân.pdf', pages: 1 },
        { row: 5, reference: null, file: 'library-hours-row-0005.pdf', pages: 1 },
      ],
    })
    const read = (name: string) => readFile(join(folder, 'forms/new', name))
    expect((await readdir(join(folder, 'forms/new'))).length).toBe(3)
    const [first, second] = [await read('library-hours-response-K7MQ2FTD.pdf'), await read('Siân.pdf')]
    const [page = ''] = await pageTexts(first)
    for (const words of ['To read "The Mill", and', 'because, on Mondays, it is warm.', 'Mühlgasse 3', 'K7MQ2FTD']) {
      expect(page).toContain(words)
    }
    expect(await complaints(second)).toBe('')
    const form = (await PDFDocument.load(second)).getForm()
    expect(['weekdays', 'evenings', 'saturday'].map((day) => form.getCheckBox(`days.${day}`).isChecked())).toEqual([
      true,
      false,
      true,
    ])
    expect(form.getTextField('street').getText()).toBe('Mill Lane')
  }))

test('a row gives the bytes that its answers give as JSON', () =>
  withFolder(async (folder) => {
    const said = JSON.parse(await readFile(join(packs.library, 'sample-answers.json'), 'utf8'))
    const ids = HEADER.slice(0, 4)
    const row = ids.map((id) => [said[id]].flat().join(';'))
    for (const copy of ['fillable', 'final']) {
      const ran = await fillMany(
        folder,
        csv([
          [...ids, 'file'],
          [...row, copy],
        ]),
        ['--out-dir', '.', '--copy', copy],
      )
      expect(ran).toMatchObject({ code: 0, out: 'Written in .: 1 form, 1 page.\n' })
      await cp(join(packs.library, 'sample-answers.json'), join(folder, 'a.json'))
      const words = ['--pack', packs.library, '--answers', 'a.json', '--out', 'one.pdf', '--copy', copy]
      expect((await cli(folder, 'fill', ...words)).code).toBe(0)
      const [one, other] = [await readFile(join(folder, 'one.pdf')), await readFile(join(folder, `${copy}.pdf`))]
      expect(Buffer.compare(one, other)).toBe(0)
      expect((await PDFDocument.load(one)).getForm().getFields().length > 0).toBe(copy === 'fillable')
    }
  }))

test('all that is wrong in any row is told at once, by the row and column of the spreadsheet, and nothing is written', () =>
  withFolder(async (folder) => {
    const rows = [
      ['days', 'days-why', 'three-day', 'street', 'reference', 'file', '', 'street'],
      ['weekdays', 'two\nlines', '', 'x', 'A1', '', '', ''],
      ['sundays;saturday', '漢', '', 'x'.repeat(301), 'a1', 'con', 'stray', ''],
      ['evenings', 'x', '', 'x', 'A/1', 'ANN', '', ''],
      ['evenings', 'x', '', 'x'],
      ['evenings', 'x', '', 'x', 'A2', 'ann.pdf', '', ''],
      ['evenings', 'x', '', 'x', 'WWWWWWWWWWWWWWWWWWWW', '', '', ''],
    ]
    const { code, out, err } = await fillMany(folder, `${csv(rows)}never,"closed`, ['--out-dir', 'forms'])
    expect([code, out]).toEqual([1, ''])
    const told = [...err.matchAll(/^(\d+)\. answers\.csv at (.*)\n {3}found: (.*)$/gm)].map(([, ...words]) => words)
    expect(told).toEqual([
      ['1', 'row 1, column C', '"three-day"'],
      ['2', 'row 1, column G', 'no name'],
      ['3', 'row 1, column H', '"street" a second time'],
      ['4', 'row 3, column days', '["sundays","saturday"]'],
      ['5', 'row 3, column street', expect.stringMatching(/^"x+$/)],
      ['6', 'row 3, column days-why', '漢'],
      ['7', 'row 3, column reference', '"a1", which row 2 has too'],
      ['8', 'row 4, column reference', '"A/1"'],
      ['9', 'row 5', '4 cells'],
      ['10', 'row 7, column reference', '"WWWWWWWWWWWWWWWWWWWW", which its box on the form cannot hold'],
      ['11', 'row 8, column days-why', 'a quotation mark that opens a cell, and none that closes it'],
      ['12', 'row 3, column file', '"con.pdf"'],
      ['13', 'row 6, column file', '"ann.pdf", which row 4 has too'],
    ])
    expect(err).toContain('to mend it: correct it: the nearest are "three-days"')
    expect(await readdir(folder)).toEqual(['answers.csv'])
  }))

test.each([
  ['no row', csv([HEADER]), 'no answers'],
  ['nothing', '', 'no answers'],
  ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${csv([HEADER])}`, 'utf16le')), 'text in UTF-16'],
])('a table with %s is told as that', (_, table, found) =>
  withFolder(async (folder) => {
    const { code, out } = await fillMany(folder, table, ['--out-dir', 'forms', '--json'])
    expect([code, JSON.parse(out)]).toMatchObject([1, { ok: false, problems: [{ file: 'answers.csv', found }] }])
  }),
)

test('a file that is there already is written over only when that is asked for', () =>
  withFolder(async (folder) => {
    const table = csv([HEADER, ['', 'warm', '', '', '', 'ann'], ['', 'quiet', '', '', '', 'ben']])
    await mkdir(join(folder, 'forms'))
    await writeFile(join(folder, 'forms/ben.pdf'), 'mine', { mode: 0o600 })
    const { code, err } = await fillMany(folder, table, ['--out-dir', 'forms'])
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^1\. answers\.csv at row 3, column file\n.*forms\/ben\.pdf/),
    ])
    expect(await readdir(join(folder, 'forms'))).toEqual(['ben.pdf'])
    expect(await readFile(join(folder, 'forms/ben.pdf'), 'utf8')).toBe('mine')
    expect((await fillMany(folder, table, ['--out-dir', 'forms', '--replace'])).code).toBe(0)
    expect(await pageTexts(await readFile(join(folder, 'forms/ben.pdf')))).toEqual([expect.stringContaining('quiet')])
    expect(await readdir(join(folder, 'forms'))).toEqual(['ann.pdf', 'ben.pdf'])
  }))

test('one form that swallows an answer holds all of them back, and names its row', () =>
  withFolder(async (folder) => {
    await coveredPack(join(folder, 'pack'))
    const table = csv([HEADER, ['', 'warm', '', '', '', ''], ['', '', '', 'Mill Lane', '', '']])
    const { code, err } = await fillMany(folder, table, ['--out-dir', 'forms'], 'pack')
    expect(code).toBe(1)
    expect(err).toMatch(/^1\. answers\.csv at row 3, column street\n {3}found: page 1 .*: Mill Lane\n/)
    expect(err).not.toContain('2. ')
    expect(await isThere(join(folder, 'forms'))).toBe(false)
  }))
