import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { consultationFile } from '../../src/consultation/consultation.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { PACK_FILES } from '../../src/consultation/soundPack.ts'
import { boxes } from '../../src/pdf/boxes/boxes.ts'
import { page, question } from '../../src/questionnaire/questionnaire.ts'
import { cli, project, withFolder } from '../cli/command.ts'

const document = await readFile(join(project, 'docs/packs.md'), 'utf8')

const examples = [...document.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, name, text]) => [name!, text!] as const,
)

test('there is a whole example of each file but the form', () => {
  expect(examples.map(([name]) => name)).toEqual(PACK_FILES.filter((name) => name !== 'form.pdf'))
})

test('the examples are one pack: its form can be drawn, its boxes are the ones shown, and it is sound', () =>
  withFolder(async (folder) => {
    const pack = join(folder, 'library')
    await mkdir(pack)
    for (const [name, text] of examples) await writeFile(join(pack, name), text)
    expect(await cli(folder, 'draw-stand-in', '--pack', 'library')).toMatchObject({ code: 0, err: '' })
    const drawn = boxes.parse(JSON.parse(await readFile(join(pack, 'boxes.json'), 'utf8')))
    expect(boxes.parse(JSON.parse(examples.find(([name]) => name === 'boxes.json')![1]))).toEqual(drawn)
    expect((await readPack(pack)).id).toBe('library-2031')
  }))

test('every key that a file may have is in its table', () => {
  const keys = [consultationFile, page, ...question.options].flatMap(({ shape }) => Object.keys(shape))
  expect([...new Set(keys)].filter((key) => !new RegExp(`^\\|[^|]*\`${key}\``, 'm').test(document))).toEqual([])
})
