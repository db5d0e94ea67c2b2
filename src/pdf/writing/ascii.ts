import { PDFArray, PDFDict, PDFHexString, type PDFObject, PDFStream, PDFString } from 'pdf-lib'
import type { Source } from './source.ts'

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const PLAIN = /^[\x20-\x7e]*$/

/** An object as PDF source in ASCII alone, so that a character is a byte; throws for streams, which stand by themselves. */
export const ascii = (object: PDFObject): string => {
  if (object instanceof PDFStream) throw new Error('A stream is an object of its own')
  if (object instanceof PDFDict) {
    const entries = object.entries().map(([key, value]) => `${key.toString()} ${ascii(value)}`)
    return `<<${entries.join(' ')}>>`
  }
  if (object instanceof PDFArray) return `[${object.asArray().map(ascii).join(' ')}]`
  const source = object.toString()
  if (object instanceof PDFString && !PLAIN.test(source)) return `<${hex(object.asBytes())}>`
  return object instanceof PDFHexString ? source.replace(/\s+/g, '') : source
}

/** The same without the closing brackets and without some keys: an entry more may follow, then `>>`. */
export const openDict = (dict: PDFDict, ...without: string[]): string => {
  const entries = dict.entries().filter(([key]) => !without.includes(key.decodeText()))
  return `<<${entries.map(([key, value]) => `${key.toString()} ${ascii(value)}`).join(' ')} `
}

const ESCAPED: Record<string, string> = { '\\': '\\\\', '(': '\\(', ')': '\\)', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Text as a PDF text string (ISO 32000-1, 7.9.2.2): a literal where it is ASCII, else UTF-16 with its mark. */
export const textString = (text: string): Source => {
  if (!/^[\x20-\x7e\n\r\t]*$/.test(text)) return [{ units: `\ufeff${text}` }]
  const literal = /[\\()\n\r\t]/.test(text) ? text.replace(/[\\()\n\r\t]/g, (letter) => ESCAPED[letter] ?? '') : text
  return ['(', literal, ')']
}
