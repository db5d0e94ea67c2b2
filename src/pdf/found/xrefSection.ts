import { decodePDFRawStream, PDFContext, PDFDict, PDFName, PDFNumber, PDFObjectParser, PDFRawStream } from 'pdf-lib'
import { unpredict } from './predictor.ts'

/** Why a file's cross-references cannot be trusted; the message is the reason, in words that follow "because". */
export class Damaged extends Error {}

/** Objects by number: where each begins (bytes), or null for one that is free or lies in an object stream. */
export type Entries = Map<number, { offset: number; generation: number } | null>

/** One section of a file's cross-references. */
export type XrefSection = { kind: 'table' | 'stream'; trailer: PDFDict; entries: Entries }

const latin1 = new TextDecoder('latin1')

/** Some bytes of a file as text, a byte a character. */
export const sliceOf = (bytes: Uint8Array, at: number, length: number): string =>
  latin1.decode(bytes.subarray(at, at + length))

/** A whole number that a dictionary says under a key. */
export const numberIn = (dict: PDFDict, key: string): number | undefined => {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

const parseAt = (bytes: Uint8Array, at: number): unknown => {
  try {
    return PDFObjectParser.forBytes(bytes.subarray(at), PDFContext.create()).parseObject()
  } catch {
    throw new Damaged('a section of its index cannot be read')
  }
}

const numbersIn = (dict: PDFDict, key: string): number[] =>
  (dict.lookup(PDFName.of(key))?.toString().match(/\d+/g) ?? []).map(Number)

const readTable = (bytes: Uint8Array, at: number): XrefSection => {
  const entries: Entries = new Map()
  let here = at + (/^\s*xref\s*/.exec(sliceOf(bytes, at, 64))?.[0].length ?? 0)
  for (let head = nextHead(bytes, here); head; head = nextHead(bytes, here)) {
    here += head.length
    for (let index = 0; index < head.count; index++) {
      const entry = /^(\d{10}) (\d{5}) ([nf])\s{1,2}/.exec(sliceOf(bytes, here, 20))
      if (!entry) throw new Damaged('its index has entries that are not as long as they should be')
      const [whole, offset, generation, use] = entry
      const taken = { offset: Number(offset), generation: Number(generation) }
      entries.set(head.first + index, use === 'n' ? taken : null)
      here += whole.length
    }
  }
  const word = /^\s*trailer\s*/.exec(sliceOf(bytes, here, 64))
  const trailer = word ? parseAt(bytes, here + word[0].length) : undefined
  if (!(trailer instanceof PDFDict)) throw new Damaged('its index has no trailer')
  return { kind: 'table', trailer, entries }
}

const nextHead = (bytes: Uint8Array, at: number) => {
  const [whole, first, count] = /^\s*(\d+)\s+(\d+)\s+/.exec(sliceOf(bytes, at, 64)) ?? []
  return whole === undefined ? null : { length: whole.length, first: Number(first), count: Number(count) }
}

const plainData = (stream: PDFRawStream): Uint8Array => {
  const data = decodePDFRawStream(stream).decode()
  const parms = stream.dict.lookup(PDFName.of('DecodeParms'))
  if (!(parms instanceof PDFDict) || (numberIn(parms, 'Predictor') ?? 1) < 10) return data
  return unpredict(data, numberIn(parms, 'Columns') ?? 1)
}

const readStream = (bytes: Uint8Array, at: number): XrefSection => {
  const head = /^\s*\d+\s+\d+\s+obj\s*/.exec(sliceOf(bytes, at, 64))
  const stream = head ? parseAt(bytes, at + head[0].length) : undefined
  if (!(stream instanceof PDFRawStream) || stream.dict.lookup(PDFName.of('Type')) !== PDFName.of('XRef')) {
    throw new Damaged('its index is not where the file says')
  }
  const { dict } = stream
  const [typeWidth = 0, ...widths] = numbersIn(dict, 'W')
  const ranges = dict.has(PDFName.of('Index')) ? numbersIn(dict, 'Index') : [0, numberIn(dict, 'Size') ?? 0]
  const data = plainData(stream)
  const entries: Entries = new Map()
  let here = 0
  const field = (width = 0): number => {
    let value = 0
    for (let left = width; left > 0; left--) value = value * 256 + (data[here++] ?? 0)
    return value
  }
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let index = 0; index < (ranges[range + 1] ?? 0) && here < data.length; index++) {
      const type = typeWidth > 0 ? field(typeWidth) : 1
      const [offset, generation] = [field(widths[0]), field(widths[1])]
      entries.set((ranges[range] ?? 0) + index, type === 1 ? { offset, generation } : null)
    }
  }
  return { kind: 'stream', trailer: dict, entries }
}

/** Reads the section of cross-references that begins at a byte (ISO 32000-1, 7.5.4 and 7.5.8). Throws Damaged. */
export const readXrefSection = (bytes: Uint8Array, at: number): XrefSection => {
  if (!Number.isInteger(at) || at < 0 || at >= bytes.length) throw new Damaged('its index is not where the file says')
  return /^\s*xref\b/.test(sliceOf(bytes, at, 64)) ? readTable(bytes, at) : readStream(bytes, at)
}
