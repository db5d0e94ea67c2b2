/** What Word, phones and readers write for a new line: CR LF, CR, vertical tab, form feed, NEL, U+2028, U+2029. */
const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu

/** Control characters, and what Unicode says to ignore: soft hyphens, joiners, direction marks, variation selectors. */
const INKLESS = /[^\P{Cc}\n]|\p{Default_Ignorable_Code_Point}/gu

/**
 * Letters that are as they should be already, which most texts are made of altogether: ASCII, Latin, Greek and Cyrillic in one
 * piece, quotation marks and dashes. Nothing of them joins what stands before it.
 */
const CLEAN =
  /^[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0388-\u03ff\u0400-\u0482\u048a-\u04ff\u1e00-\u1eff\u2010-\u2026\u20ac]*$/

/**
 * Text as it goes on paper: NFC, unpaired surrogates as U+FFFD, one kind of line break (\n), a tab as a space,
 * and nothing that has neither ink nor width.
 * @param {string} text
 * @returns {string}
 */
export const cleanText = (text) =>
  CLEAN.test(text)
    ? text
    : text.toWellFormed().replace(LINE_BREAKS, '\n').replaceAll('\t', ' ').replace(INKLESS, '').normalize('NFC')
