import { crossReferenceStream, crossReferenceTable, type Entry } from './crossReferences.ts'
import { putSource, type Source, sizeOf } from './source.ts'

/** An object to append: its numbers, and its source from "N G obj" to "endobj". */
export type Piece = { number: number; generation: number; source: Source }

/** What an incremental section must know of the file that it follows; `trailer` holds the entries that stay, /Root first. */
export type Head = {
  bytes: Uint8Array
  startOfXref: number
  kind: 'table' | 'stream'
  /** The first object number that is free. */
  next: number
  trailer: string
  /** The first half of the file identifier, as hexadecimal digits. */
  id: string
}

const END = '\nendobj\n'

/** An object of a number as a piece: `body` is what stands between "obj" and "endobj". */
export const piece = (number: number, body: string | Source, generation = 0): Piece => {
  const before = `${number} ${generation} obj\n`
  return { number, generation, source: typeof body === 'string' ? [before, body, END] : [before, ...body, END] }
}

/** A stream as a piece; `dict` holds its entries other than /Length. */
export const streamPiece = (number: number, dict: string, content: Source): Piece => {
  const before = `${number} 0 obj\n<<`
  const length = `/Length ${sizeOf(content)}>>\nstream\n`
  return { number, generation: 0, source: [before, dict, length, ...content, '\nendstream', END] }
}

// Not for secrecy: a name for these bytes, the same each time. FNV-1a (Fowler, Noll, Vo) over words of four bytes, in four lanes.
const fingerprint = (words: Uint32Array): string => {
  let [a, b, c, d] = [0x811c9dc5, 0x1000193, 0xdeadbeef, 0x9e3779b9]
  for (let at = 0; at + 3 < words.length; at += 4) {
    a = Math.imul(a ^ (words[at] as number), 0x1000193)
    b = Math.imul(b ^ (words[at + 1] as number), 0x1000193)
    c = Math.imul(c ^ (words[at + 2] as number), 0x1000193)
    d = Math.imul(d ^ (words[at + 3] as number), 0x1000193)
    // What a lane holds in its upper half reaches its lower half only so.
    a ^= d >>> 15
  }
  return [a, b, c, d].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
}

const NOTHING = new Uint8Array(0)

/** An incremental section: its bytes, where its index starts (counted from the head's first byte), and the next free number. */
export type Section = { bytes: Uint8Array; startOfXref: number; next: number }

/**
 * Writes pieces as an incremental section (ISO 32000-1, 7.5.6) that follows `head`, indexed as it is; `next` is the first number
 * that none of them has. `joined`: the bytes are the head's and then the section's. `packed` are objects within the pieces, which
 * only a head indexed by streams can have. The same pieces give the same bytes, no pieces none.
 */
export const writeSection = (
  head: Head,
  pieces: Piece[],
  next: number,
  joined = false,
  packed: Entry[] = [],
): Section => {
  if (pieces.length === 0) return { bytes: joined ? head.bytes : NOTHING, startOfXref: head.startOfXref, next }
  const before = joined ? head.bytes.length : 0
  // The section begins at a whole word of its buffer, which its fingerprint is taken of.
  const pad = (4 - (before % 4)) % 4
  let room = pad + before + head.trailer.length + 512
  for (const { source } of pieces) room += sizeOf(source) + 40
  const buffer = new Uint8Array(room)
  if (joined) buffer.set(head.bytes, pad)
  const start = pad + before
  const origin = head.bytes.length - start
  const entries = [...packed]
  let at = start
  for (const { number, generation, source } of pieces) {
    entries.push({ number, generation, offset: origin + at })
    at = putSource(source, buffer, at)
  }
  entries.sort((one, other) => one.number - other.number)
  const startOfXref = origin + at
  const own = fingerprint(new Uint32Array(buffer.buffer, start, (at - start + 15) >> 2))
  const stream = head.kind === 'stream'
  const after = stream ? next + 1 : next
  const trailer = `/Size ${after}${head.trailer}/Prev ${head.startOfXref}/ID[<${head.id}><${own}>]`
  if (stream) entries.push({ number: next, generation: 0, offset: startOfXref })
  const index = stream ? crossReferenceStream(entries, trailer) : crossReferenceTable(entries, trailer)
  at = putSource(index, buffer, at)
  at = putSource([`startxref\n${startOfXref}\n%%EOF\n`], buffer, at)
  return { bytes: buffer.subarray(pad, at), startOfXref, next: after }
}
