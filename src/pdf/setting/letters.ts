import { COVERAGE, codePointsOf, HEADINGS } from './coverage.ts'
import { makeTypeface } from './makeTypeface.ts'
import { missingFrom } from './missingCharacters.ts'

/** What no form can show: characters of a text, and of words that head a continuation page; each once, in their order. */
export type Letters = { missingInText(text: string): string[]; missingInHeading(words: string): string[] }

/** The letters that forms are filled in, before there is a form; `headings` are all words that may head a page. */
export const lettersOf = async (
  fonts: { regular: Uint8Array; bold: Uint8Array },
  headings: string,
): Promise<Letters> => {
  const regular = await makeTypeface('NotoSans-Regular', fonts.regular, codePointsOf(COVERAGE))
  const bold = await makeTypeface('NotoSans-Bold', fonts.bold, codePointsOf(HEADINGS, headings.normalize('NFC')))
  return {
    missingInText: (text) => missingFrom(regular, text),
    missingInHeading: (words) => missingFrom(bold, words.normalize('NFC')),
  }
}
