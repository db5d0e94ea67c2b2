import type { PreparedForm } from '../copies/preparedForm.ts'
import { cleanText } from './cleanText.js'
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
const LOOSE = /(?:^|\s)(\p{M}+)/gu

// The same mark twice on one letter: one lies exactly on the other, and both readers and eyes find one.
const TWICE = /\P{M}\p{M}*(\p{M})\p{M}*\1\p{M}*/gu

const unseenMarks = (clean: string): string[] => {
  if (!/\p{M}/u.test(clean)) return []
  const loose = Array.from(clean.matchAll(LOOSE), ([, marks = '']) => `\u25cc${marks}`)
  return [...new Set([...loose, ...Array.from(clean.matchAll(TWICE), ([letter]) => letter)])]
}

/** The characters (whole graphemes) of a text that a typeface cannot show, each once, in their order. */
export const missingFrom = (typeface: Typeface, text: string): string[] => {
  const clean = cleanText(text)
  const unseen = unseenMarks(clean)
  if (canSet(typeface, clean)) return unseen
  const letters = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.toWellFormed().normalize('NFC'))
  const missing = [...letters].map(({ segment }) => segment).filter((letter) => !canSet(typeface, cleanText(letter)))
  const named = missing.length > 0 ? missing : [...clean].filter((letter) => !canSet(typeface, letter))
  return [...new Set([...named, ...unseen])]
}

/** The characters (whole graphemes) that the form's font cannot show, each once, in their order in the text. */
export const missingCharacters = ({ regular }: PreparedForm, text: string): string[] => missingFrom(regular, text)
