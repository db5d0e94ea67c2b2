import { cleanText } from './cleanText.js'
import type { PreparedForm } from './preparedForm.ts'
import type { Typeface } from './typeface.ts'

const NEWLINE = 10

const canSet = ({ has }: Typeface, clean: string): boolean => {
  for (let at = 0; at < clean.length; at++) {
    const unit = clean.charCodeAt(at)
    if (unit !== NEWLINE && !has(unit)) return false
  }
  return true
}

// A mark on no letter: readers give it back before or after its neighbours, so that nobody can say it is on the paper.
const looseMarks = (clean: string): string[] => {
  if (!/[^\0-\u02ff]/.test(clean)) return []
  const loose = Array.from(clean.matchAll(/(?:^|\s)(\p{M}+)/gu), ([, marks = '']) => `\u25cc${marks}`)
  return [...new Set(loose)]
}

/** The characters (whole graphemes) of a text that a typeface cannot show, each once, in their order. */
export const missingFrom = (typeface: Typeface, text: string): string[] => {
  const clean = cleanText(text)
  const loose = looseMarks(clean)
  if (canSet(typeface, clean)) return loose
  const letters = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.toWellFormed().normalize('NFC'))
  const missing = [...letters].map(({ segment }) => segment).filter((letter) => !canSet(typeface, cleanText(letter)))
  const named = missing.length > 0 ? missing : [...clean].filter((letter) => !canSet(typeface, letter))
  return [...new Set([...named, ...loose])]
}

/** The characters (whole graphemes) that the form's font cannot show, each once, in their order in the text. */
export const missingCharacters = ({ regular }: PreparedForm, text: string): string[] => missingFrom(regular, text)
