import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { boxes as boxesShape } from '../../src/pdf/boxes/boxes.ts'
import { cli } from '../cli/command.ts'
import { drawMopac, mopac, PACK } from './drawn.ts'

const read = (name: string, folder = PACK): Promise<Buffer> => readFile(join(folder, name))

test('the pack’s form.pdf and boxes.json are what the script draws', async () => {
  const { form, boxes } = await drawMopac()
  const committed = await read('form.pdf')
  expect(Buffer.compare(form, committed)).toBe(0)
  expect(boxesShape.parse(JSON.parse(String(await read('boxes.json'))))).toEqual(boxes)
  expect(mopac.consultation.form.sha256).toBe(createHash('sha256').update(committed).digest('hex'))
})

test('the command writes the three files and changes nothing of consultation.json but the hash', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-'))
  try {
    await cp(PACK, folder, { recursive: true })
    const before = String(await read('consultation.json'))
    const stale = before.replace(mopac.consultation.form.sha256, '0'.repeat(64))
    await writeFile(join(folder, 'consultation.json'), stale)
    await Promise.all(['form.pdf', 'boxes.json'].map((name) => rm(join(folder, name))))
    expect((await cli(folder, 'draw-stand-in', '--pack', '.')).code).toBe(0)
    expect(String(await read('consultation.json', folder))).toBe(before)
    expect(String(await read('boxes.json', folder))).toBe(String(await read('boxes.json')))
    expect(Buffer.compare(await read('form.pdf', folder), await read('form.pdf'))).toBe(0)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('PROVENANCE.md speaks of every numbered question and quotes the note', async () => {
  const text = String(await read('PROVENANCE.md'))
  expect(text).toContain(mopac.consultation.form.note)
  for (const { text: words, number } of mopac.questionnaire.pages.flatMap(({ questions }) => questions))
    if (number) expect(text).toContain(words)
  expect(text).toContain(mopac.consultation.email.address)
})
