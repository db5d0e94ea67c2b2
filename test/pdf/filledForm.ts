import { fill } from '../../src/pdf/fill.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import type { Answers } from '../../src/questionnaire/answers.ts'
import { boxes, drawForm, questionnaire, rects } from './drawForm.ts'
import { fonts } from './fonts.ts'
import { type Word, wordsOn } from './paper.ts'

/** The drawn form, prepared. */
export const prepared = await prepareForm({ official: await drawForm(), boxes, questionnaire, fonts })
export const marks = { reference: 'K7MQ2FTD', title: 'Public Access and Engagement Strategy' }

/** Fills the drawn form. */
export const fillIn = (answers: Answers) => fill(prepared, answers, marks)

/** True for a word that stands within a field of the drawn form. */
export const inside = (word: Word, name: keyof typeof rects): boolean => {
  const { page, x, y, width, height } = rects[name]
  // Poppler's box of a word is the font's whole height, more than its ink.
  const across = word.left >= x && word.right <= x + width
  return word.page === page && across && word.low >= y - 1 && word.high <= y + height + 1
}

/** What poppler reads within a field of the drawn form. */
export const wordsIn = async (bytes: Uint8Array, name: keyof typeof rects): Promise<string> => {
  const words = await wordsOn(bytes)
  return words
    .filter((word) => inside(word, name))
    .map(({ text }) => text)
    .join(' ')
}

const sentence = (number: number) => `${number}. Łukasz Żółć, Ștefan, Nguyễn and O’Brien pay £${number} – daily.`

/** Text of a length in many letters, with a blank line now and then. */
export const ofLength = (length: number): string => {
  let text = ''
  for (let number = 1; text.length < length; number++) text += `${sentence(number)}${number % 7 === 0 ? '\n\n' : ' '}`
  return text.slice(0, length).trim()
}

export const squeeze = (text: string) => text.replace(/\s+/g, '')
