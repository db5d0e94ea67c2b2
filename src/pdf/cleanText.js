/** What Word, phones and readers write for a new line: CR LF, CR, vertical tab, form feed, NEL, U+2028, U+2029. */
const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu

/** Control characters, and what Unicode says to ignore: soft hyphens, joiners, direction marks, variation selectors. */
const INKLESS = /[^\P{Cc}\n]|\p{Default_Ignorable_Code_Point}/gu

/**
 * Text as it goes on paper: NFC, unpaired surrogates as U+FFFD, one kind of line break (\n), a tab as a space,
 * and nothing that has neither ink nor width.
 * @param {string} text
 * @returns {string}
 */
export const cleanText = (text) =>
  text.toWellFormed().replace(LINE_BREAKS, '\n').replaceAll('\t', ' ').replace(INKLESS, '').normalize('NFC')
