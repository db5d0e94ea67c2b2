import { UnprintableText } from '../../src/pdf/setting/unprintableText.ts'
import { fillIn, squeeze, wordsIn } from './filledForm.ts'
import { missingLines } from './missingLines.ts'
import { complaints, pageTexts } from './paper.ts'

describe('hostile text', () => {
  test('text that no font can show stops the fill, by name', () => {
    const characters = ['漢', '字', '👩‍👧']
    const refused = expect.objectContaining({ name: UnprintableText.name, question: 'why', characters })
    expect(() => fillIn({ why: 'I like 漢字 and 👩‍👧' })).toThrow(refused)
  })

  test('a mark that stands on no letter is named, for no reader gives it back in its place', () => {
    const refused = expect.objectContaining({ question: 'why', characters: ['\u25cc\u0301'] })
    expect(() => fillIn({ why: 'a \u0301b' })).toThrow(refused)
    expect(() => fillIn({ why: '\u0301' })).toThrow(UnprintableText)
  })

  test.each([
    ['NUL and other controls', 'a\u0000b\u0007c', 'abc'],
    ['a tab', 'a\tb', 'a b'],
    ['right-to-left override', 'ab\u202ecd', 'abcd'],
    ['PDF syntax', ') Tj ET (\\ <</>> %%EOF endobj', ') Tj ET (\\ <</>> %%EOF endobj'],
    ['marks apart from their letter', 'Z\u0307o\u0301\u0142c\u0301', 'Żółć'],
    ['a template', '{{7*7}} %s <b>&amp;</b>', '{{7*7}} %s <b>&amp;</b>'],
  ])('%s', async (_, text, shown) => {
    const { bytes, placements } = fillIn({ why: text })
    expect(await complaints(bytes)).toBe('')
    expect(missingLines(await pageTexts(bytes), placements)).toEqual([])
    expect(squeeze(await wordsIn(bytes, 'why')).normalize()).toBe(squeeze(shown).normalize())
  })
})
