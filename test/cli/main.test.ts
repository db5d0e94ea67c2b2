import { cp, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { cli, packs, withFolder } from './command.ts'

test('check-pack says "sound", for a folder beside where it was typed', async () => {
  expect(await cli(dirname(packs.library), 'check-pack', basename(packs.library))).toEqual({
    code: 0,
    out: 'sound\n',
    err: '',
  })
})

test('check-pack lists what is wrong, and a folder that is not there is one problem', () =>
  withFolder(async (folder) => {
    await cp(packs.library, join(folder, 'mine'), { recursive: true })
    await Promise.all(['boxes.json', 'PROVENANCE.md'].map((name) => rm(join(folder, 'mine', name))))
    const { code, out, err } = await cli(folder, 'check-pack', 'mine')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^1\. boxes\.json\n[\s\S]*\n2\. PROVENANCE\.md\n/)
    const missing = await cli(folder, 'check-pack', 'yours')
    expect(missing.code).toBe(2)
    expect(missing.err).toMatch(/^1\. \S+yours\n {3}found: there is no folder \S+yours\n(?![\s\S]*2\.)/)
  }))

test('inspect prints a line for each field, and the same facts as JSON', async () => {
  const { code, out } = await cli(packs.library, 'inspect', 'form.pdf')
  expect(code).toBe(0)
  expect(out).toMatch(/^“Questionnaire.*”, 1 page of 595 × 842 points\n/)
  expect(out).toMatch(/\nPage {2}Kind {6}Name {11}Value, and what it may be\n/)
  expect(out).toMatch(/\n1 {5}radio {5}three-days {5}of "yes" \| "no"\n/)
  const facts = JSON.parse((await cli(packs.library, 'inspect', 'form.pdf', '--json')).out)
  expect(facts).toMatchObject({ ok: true, language: 'en-GB', tagged: true, encrypted: false })
  expect(facts.pages.length).toBe(1)
  expect(facts.fields.map(({ name }: { name: string }) => name)).toContain('three-days')
})

test('inspect says that a file is no PDF', async () => {
  const { code, err } = await cli(packs.library, 'inspect', 'boxes.json')
  expect([code, err]).toEqual([1, expect.stringContaining('could not read this file as a PDF')])
})

test('a command that nobody knows, or half a command, is wrong use', async () => {
  expect(await cli(packs.library, 'fly')).toMatchObject({ code: 2, err: expect.stringContaining('unknown command') })
  expect((await cli(packs.library, 'fill')).code).toBe(2)
})
