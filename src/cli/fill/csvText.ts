import type { PackProblem } from '../../consultation/problem.ts'

/** How a table is saved so that no letter is lost, in the programs that people have. */
export const SAVE_AS_CSV =
  'open it in the program that made it and save it as CSV in UTF-8: in Excel, Save As, "CSV UTF-8 (Comma delimited)"; in LibreOffice, Save As, "Text CSV", tick "Edit filter settings", character set "Unicode (UTF-8)"; in Google Sheets, Download, "Comma-separated values"'

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte)

const HEAD = 200

/** What a file is that is no text in UTF-8, by its first bytes; null where they do not tell. */
const otherKind = (bytes: Uint8Array): string | null => {
  // .xlsx and .ods are ZIP files.
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'a workbook (.xlsx or .ods), not a CSV file'
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'text in UTF-16'
  return bytes.subarray(0, HEAD).includes(0) ? 'text in UTF-16, or no text' : null
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const firstWrongLine = (bytes: Uint8Array): number =>
  (new TextDecoder().decode(bytes).split('\ufffd')[0] ?? '').split(/\r\n|\r|\n/).length

/** The text of a CSV file, without a byte order mark, or the problem that it is not in UTF-8. */
export const csvText = (file: string, bytes: Uint8Array): { text: string; problems: PackProblem[] } => {
  const wrong = (found: string) => ({
    text: '',
    problems: [{ file, path: '', found, expected: 'a CSV file in UTF-8', remedy: SAVE_AS_CSV }],
  })
  const other = otherKind(bytes)
  if (other) return wrong(other)
  try {
    return { text: utf8.decode(bytes), problems: [] }
  } catch {
    return wrong(`letters that are not in UTF-8, the first in line ${firstWrongLine(bytes)} of the text`)
  }
}
