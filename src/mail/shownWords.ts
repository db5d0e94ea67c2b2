// Controls, line and paragraph separators, and what turns the direction of writing; they show nothing and hide much.
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+/gu

/**
 * Words as one line that shows all that it says: no controls, no reversed writing, nothing that a mail program would
 * decode once more (RFC 2047), at most so many characters.
 */
export const shownWords = (words: string, atMost: number): string => {
  const line = words.toWellFormed().replace(hidden, ' ').replaceAll('=?', '= ?').replace(/\s+/g, ' ').trim()
  return [...line].slice(0, atMost).join('')
}
