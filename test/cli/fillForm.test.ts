import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { complaints, pageTexts } from '../pdf/paper.ts'
import { cli, packs, withFolder } from './command.ts'

const form = join(packs.library, 'form.pdf')

const fillForm = async (folder: string, values: unknown, ...words: string[]) => {
  await writeFile(join(folder, 'values.json'), typeof values === 'string' ? values : JSON.stringify(values))
  return cli(folder, 'fill-form', form, '--values', 'values.json', '--out', 'out.pdf', ...words)
}

test('a form is filled by the names of its fields, and appended to', () =>
  withFolder(async (folder) => {
    const values = { street: 'Łukasz’s Gasse', 'three-days': 'no', 'days.saturday': 'saturday', 'days-why': '' }
    const { code, out, err } = await fillForm(folder, values, '--json')
    expect([code, err]).toEqual([0, ''])
    const filled = await readFile(join(folder, 'out.pdf'))
    expect(JSON.parse(out)).toEqual({
      ...{ ok: true, file: 'out.pdf', copy: 'fillable', pages: 1, bytes: filled.length },
      ...{ base: 'original', because: null, warnings: [], notes: [expect.stringContaining('It is tagged')] },
    })
    const official = await readFile(form)
    expect(Buffer.compare(filled.subarray(0, official.length), official)).toBe(0)
    expect(await complaints(filled)).toBe('')
    const fields = (await PDFDocument.load(filled)).getForm()
    expect(fields.getTextField('street').getText()).toBe('Łukasz’s Gasse')
    expect(fields.getRadioGroup('three-days').getSelected()).toBe('no')
    expect(fields.getCheckBox('days.saturday').isChecked()).toBe(true)
    expect(await pageTexts(filled)).toEqual([expect.stringContaining('Łukasz’s Gasse')])
  }))

test('wrong values are told at once, field by field, with the nearest names, and nothing is written', () =>
  withFolder(async (folder) => {
    const { code, out, err } = await fillForm(folder, { stret: 'x', street: '漢', 'three-days': 'maybe' })
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/at stret\n {3}found: .*\n.*\n {3}to mend it: the nearest names are "street"/)
    expect(err).toMatch(/at three-days\n {3}found: "maybe"\n {3}expected: one of "yes", "no"\n/)
    expect(err).toMatch(/^3\. values\.json at street\n {3}found: 漢\n/m)
    expect(await readdir(folder)).toEqual(['values.json'])
  }))

test.each([
  ['no JSON', '{"street": ', ''],
  ['a list', [1], ''],
  ['a number and an object', { 'days-why': 5, street: { a: 'b' } }, 'days-why'],
])('%s is no table of values', (_, values, path) =>
  withFolder(async (folder) => {
    const { code, out } = await fillForm(folder, values, '--json')
    const { ok, problems } = JSON.parse(out)
    expect([code, ok, problems[0]]).toEqual([1, false, expect.objectContaining({ file: 'values.json', path })])
    expect(problems.length).toBe(path === '' ? 1 : 2)
  }),
)

test('a final copy has no fields any more', () =>
  withFolder(async (folder) => {
    expect(await fillForm(folder, { street: 'Mill Lane' }, '--copy', 'final')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Written: out\.pdf, 1 page\.\nIt is tagged/),
    })
    const filled = await readFile(join(folder, 'out.pdf'))
    expect((await PDFDocument.load(filled)).getForm().getFields()).toEqual([])
    expect(await pageTexts(filled)).toEqual([expect.stringContaining('Mill Lane')])
  }))
