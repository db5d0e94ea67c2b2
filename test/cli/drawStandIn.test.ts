import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { withHash } from '../../src/cli/withHash.ts'
import { cli, packs, withFolder } from './command.ts'

const withPack = (use: (folder: string, pack: string) => Promise<void>) =>
  withFolder(async (folder) => {
    await cp(packs.library, join(folder, 'mine'), { recursive: true })
    await use(folder, join(folder, 'mine'))
  })

const draw = (folder: string, ...words: string[]) => cli(folder, 'draw-stand-in', '--pack', 'mine', ...words)

test('an official form is not drawn over, unless that is asked for', () =>
  withPack(async (folder, pack) => {
    const document = await PDFDocument.create()
    document.addPage()
    const official = await document.save()
    await writeFile(join(pack, 'form.pdf'), official)
    await writeFile(join(pack, 'boxes.json'), '{}')
    const { code, err } = await draw(folder)
    expect([code, err]).toEqual([1, expect.stringContaining('may be the official form: nothing was written')])
    expect(Buffer.compare(await readFile(join(pack, 'form.pdf')), official)).toBe(0)
    expect(await readFile(join(pack, 'boxes.json'), 'utf8')).toBe('{}')
    expect((await draw(folder, '--replace')).code).toBe(0)
    expect((await cli(folder, 'check-pack', 'mine')).out).toBe('sound\n')
  }))

test('a stand-in that somebody filled is no longer as it was drawn', () =>
  withPack(async (folder, pack) => {
    const words = ['--pack', 'mine', '--answers', 'mine/sample-answers.json', '--out', 'mine/form.pdf']
    expect((await cli(folder, 'fill', ...words)).code).toBe(0)
    expect((await draw(folder)).code).toBe(1)
    expect((await readdir(pack)).length).toBe(6)
  }))

test.each([
  ['missing', /\s*"sha256": "[^"]*",/, ''],
  ['empty', /"sha256": "[^"]*"/, '"sha256": ""'],
])('a hash that is %s is written, and what was written is said', (_, from, to) =>
  withPack(async (folder, pack) => {
    const said = await readFile(join(pack, 'consultation.json'), 'utf8')
    await writeFile(join(pack, 'consultation.json'), said.replace(from, to))
    await rm(join(pack, 'form.pdf'))
    const { code, out } = await draw(folder)
    expect(code).toBe(0)
    expect(out).toMatch(/form\.pdf, SHA-256 [0-9a-f]{64}\nboxes\.json\nconsultation\.json/)
    expect((await cli(folder, 'check-pack', 'mine')).out).toBe('sound\n')
  }),
)

test('a folder that is not there, and a pack that is wrong, are told in words', () =>
  withPack(async (folder, pack) => {
    expect((await cli(folder, 'draw-stand-in', '--pack', 'nowhere')).err).toMatch(
      /^1\. .*\n {3}found: there is no folder/,
    )
    await writeFile(join(pack, 'questionnaire.json'), '{"pages":[')
    const said = await readFile(join(pack, 'consultation.json'), 'utf8')
    await writeFile(join(pack, 'consultation.json'), said.replace('2031-03-28T12:00', '2031-03-30T01:30'))
    const { code, err } = await draw(folder)
    expect(code).toBe(1)
    expect(err).toMatch(/1\. questionnaire\.json\n[\s\S]*2\. consultation\.json at closesAt\n/)
  }))

test('the hash is put into the text as it stands', () => {
  expect(withHash('{ "form": { "title": "T" } }', 'a1')).toBe('{ "form": { "sha256": "a1", "title": "T" } }')
  expect(withHash('{"form":{"title":"T","sha256":"b2"}}', 'a1')).toBe('{"form":{"title":"T","sha256":"a1"}}')
})
