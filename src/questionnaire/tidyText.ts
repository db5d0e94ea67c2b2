/** The longest answer that is taken: a text and a line in characters (code points), and any answer in lines. */
export const LONGEST = { text: 20_000, line: 300, lines: 1_000 } as const

/** What Word, phones and readers write for a new line: CR LF, CR, vertical tab, form feed, NEL, U+2028, U+2029. */
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu

// Control characters have no shape on paper and no sound; everything that a person can see or read is kept.
const controls = /[\p{Cc}--[\n\t]]/gv

/** Text as it is kept: well formed, NFC, line ends as \n, without control characters; leading blanks stay. */
export const tidyText = (typed: string): string =>
  typed.toWellFormed().replace(lineBreaks, '\n').replace(controls, '').normalize('NFC')

// Unicode's stream-safe format (UAX 15) knows no letter with more than 30 marks; ordering thousands takes seconds.
const heaped = /\p{M}{31}/u

/** Why a text cannot be taken, told before anything slow is done with it; null where it can. */
export const tooMuch = (typed: string, kind: 'text' | 'line'): string | null => {
  const length = typed.length > LONGEST[kind] ? [...typed].length : 0
  if (length > LONGEST[kind]) {
    const [longest, over] = [LONGEST[kind], length - LONGEST[kind]].map((n) => n.toLocaleString('en-GB'))
    const elsewhere = kind === 'text' ? ', or put them into another answer' : ''
    return `This can hold ${longest} characters. Please take out ${over}${elsewhere}.`
  }
  if (typed.split('\n', LONGEST.lines + 1).length > LONGEST.lines) {
    return `This can hold ${LONGEST.lines.toLocaleString('en-GB')} lines. Please put some of them together.`
  }
  return heaped.test(typed)
    ? 'One letter here carries more than 30 marks, which no form can show. Please write it anew.'
    : null
}
