import { execFileSync, spawnSync } from 'node:child_process'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pageTexts } from '../pdf/paper.ts'
import { cli, packs, project, withFolder } from './command.ts'
import { coveredPack } from './coveredPack.ts'

const fill = (folder: string, pack: string, answers: string) =>
  cli(folder, 'fill', '--pack', pack, '--answers', answers, '--out', 'filled.pdf')

test('fill writes the same sound PDF twice, from and to where it was typed', () =>
  withFolder(async (folder) => {
    await cp(join(packs.mopac, 'sample-answers.json'), join(folder, 'mine.json'))
    expect(await fill(folder, packs.mopac, 'mine.json')).toEqual({ code: 0, out: '', err: '' })
    const once = await readFile(join(folder, 'filled.pdf'))
    expect(execFileSync('qpdf', ['--check', join(folder, 'filled.pdf')], { encoding: 'utf8' })).toContain('No syntax')
    expect((await pageTexts(once)).join()).toContain('Łukasz')
    await fill(folder, packs.mopac, 'mine.json')
    expect(Buffer.compare(await readFile(join(folder, 'filled.pdf')), once)).toBe(0)
  }))

test('wrong answers are all told at once, numbered, and nothing is written', () =>
  withFolder(async (folder) => {
    const said = { days: ['sundays'], 'days-why': '漢 and 字', street: '線', nobody: 'asks' }
    await writeFile(join(folder, 'wrong.json'), JSON.stringify(said))
    const { code, out, err } = await fill(folder, packs.library, 'wrong.json')
    expect([code, out]).toEqual([1, ''])
    for (const line of ['1. wrong.json at days', '2. wrong.json at nobody']) expect(err).toContain(line)
    expect(err).toMatch(/3\. wrong\.json at days-why\n {3}found: 漢 字\n/)
    expect(err).toMatch(/4\. wrong\.json at street\n {3}found: 線\n/)
    expect(await readdir(folder)).toEqual(['wrong.json'])
  }))

test('too long a text says once what is too much', () =>
  withFolder(async (folder) => {
    await writeFile(join(folder, 'long.json'), JSON.stringify({ street: 'x'.repeat(301) }))
    const { code, err } = await fill(folder, packs.library, 'long.json')
    expect(code).toBe(1)
    expect(err.match(/This can hold 300 characters/g)).toHaveLength(1)
  }))

test('a form that swallows an answer is not given out', () =>
  withFolder(async (folder) => {
    await coveredPack(join(folder, 'pack'))
    const { code, out, err } = await fill(folder, 'pack', 'pack/sample-answers.json')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(
      /^1\. pack\/sample-answers\.json at street\n {3}found: page 1 .*: Mühlgasse 3\n[\s\S]*nothing was written/,
    )
    expect(err).not.toContain('2. ')
    expect(await readdir(folder)).toEqual(['pack'])
  }))

test('what cannot be written whole is not written, and what was there stays', () =>
  withFolder(async (folder) => {
    await writeFile(join(folder, 'filled.pdf'), 'mine')
    const words = ['--pack', packs.library, '--answers', join(packs.library, 'sample-answers.json'), '--out']
    const node = [process.execPath, 'src/launch.mjs', 'src/cli/main.ts', 'fill', ...words, join(folder, 'filled.pdf')]
    const { status, stderr } = spawnSync('prlimit', ['--fsize=50000', ...node], { cwd: project, encoding: 'utf8' })
    expect([status, stderr]).toEqual([2, expect.stringContaining('filled.pdf: this is more than may be written here')])
    expect(await readdir(folder)).toEqual(['filled.pdf'])
    expect(await readFile(join(folder, 'filled.pdf'), 'utf8')).toBe('mine')
  }))

test('a file or a pack that is not there is said in a sentence', () =>
  withFolder(async (folder) => {
    expect(await fill(folder, packs.library, 'none.json')).toMatchObject({
      code: 2,
      err: 'none.json: there is no such file or folder.\n',
    })
    const { code, err } = await fill(folder, 'no-pack', 'none.json')
    expect([code, err]).toEqual([2, expect.stringContaining(`there is no folder ${join(folder, 'no-pack')}`)])
  }))
