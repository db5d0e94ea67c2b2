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
    expect(missing.err).toMatch(/^1\. \S+yours\n {3}found: there is no folder \S+yours\n(?![\s\S]*2\.)/)
  }))

test('inspect prints the pages and fields as JSON', async () => {
  const { code, out } = await cli(packs.library, 'inspect', 'form.pdf')
  const { pages, fields } = JSON.parse(out)
  expect([code, pages.length]).toEqual([0, 1])
  expect(fields.map(({ name }: { name: string }) => name)).toContain('three-days')
})

test('inspect says that a file is no PDF', async () => {
  const { code, err } = await cli(packs.library, 'inspect', 'boxes.json')
  expect([code, err]).toEqual([1, expect.stringContaining('could not read this file as a PDF')])
})

test('a command that nobody knows, or half a command, is wrong use', async () => {
  expect(await cli(packs.library, 'fly')).toMatchObject({ code: 2, err: expect.stringContaining('unknown command') })
  expect((await cli(packs.library, 'fill')).code).toBe(2)
})
