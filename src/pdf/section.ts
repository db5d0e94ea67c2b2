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

/** An object of a number as a piece: `body` is what stands between "obj" and "endobj". */
export const piece = (number: number, body: string | Source, generation = 0): Piece => {
  const [before, after] = [`${number} ${generation} obj\n`, '\nendobj\n']
  const source = typeof body === 'string' ? [`${before}${body}${after}`] : [before, ...body, after]
  return { number, generation, source }
}

/** A stream as a piece; `dict` holds its entries other than /Length. */
export const streamPiece = (number: number, dict: string, content: Source): Piece =>
  piece(number, [`<<${dict}/Length ${sizeOf(content)}>>\nstream\n`, ...content, '\nendstream'])

// Not for secrecy: a name for these bytes, the same each time. FNV-1a (Fowler, Noll, Vo) over words of four bytes, in four lanes.
const fingerprint = (bytes: Uint8Array<ArrayBuffer>, length: number): string => {
  const words = new Uint32Array(bytes.buffer, 0, (length + 15) >> 2)
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

type Place = { number: number; generation: number; offset: number }

/** Calls back for each run of neighbouring object numbers: where it begins in the list, and how many they are. */
const eachRun = (places: Place[], use: (start: number, count: number) => void): void => {
  for (let start = 0, end = 1; start < places.length; start = end++) {
    while (places[end]?.number === (places[start] as Place).number + end - start) end++
    use(start, end - start)
  }
}

/** Entries of 20 bytes each (ISO 32000-1, 7.5.4). */
const xrefTable = (places: Place[]): string => {
  let table = 'xref\n'
  eachRun(places, (start, count) => {
    table += `${places[start]?.number} ${count}\n`
    for (const { offset, generation } of places.slice(start, start + count)) {
      table += `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`
    }
  })
  return table
}

/** Entries of 1, 4 and 2 bytes (ISO 32000-1, 7.5.8). */
const xrefStream = (places: Place[], own: Place, entries: string): Source => {
  const all = [...places, own]
  const data = new DataView(new ArrayBuffer(7 * all.length))
  for (const [index, { offset, generation }] of all.entries()) {
    data.setUint8(7 * index, 1)
    data.setUint32(7 * index + 1, offset)
    data.setUint16(7 * index + 5, generation)
  }
  const ranges: number[] = []
  eachRun(all, (start, count) => ranges.push((all[start] as Place).number, count))
  const dict = `<</Type/XRef/W[1 4 2]/Index[${ranges.join(' ')}]/Length ${data.byteLength} ${entries}>>`
  return [`${own.number} 0 obj\n${dict}\nstream\n`, new Uint8Array(data.buffer), '\nendstream\nendobj\n']
}

/** An incremental section: its bytes, where its index starts (counted from the head's first byte), and the next free number. */
export type Section = { bytes: Uint8Array; startOfXref: number; next: number }

/**
 * Writes pieces as an incremental section (ISO 32000-1, 7.5.6) that follows `head`, indexed as it is; `next` is the first
 * number that none of them has. The same pieces give the same bytes, no pieces none.
 */
export const writeSection = (head: Head, pieces: Piece[], next: number): Section => {
  if (pieces.length === 0) return { bytes: new Uint8Array(0), startOfXref: head.startOfXref, next }
  const size = pieces.reduce((sum, { source }) => sum + sizeOf(source), 0)
  const bytes = new Uint8Array(size + 40 * pieces.length + head.trailer.length + 512)
  const places: Place[] = []
  let at = 0
  for (const { number, generation, source } of pieces) {
    places.push({ number, generation, offset: head.bytes.length + at })
    at = putSource(source, bytes, at)
  }
  places.sort((one, other) => one.number - other.number)
  const startOfXref = head.bytes.length + at
  const ids = `/ID[<${head.id}><${fingerprint(bytes, at)}>]`
  const stream = head.kind === 'stream'
  const entries = `/Size ${stream ? next + 1 : next}${head.trailer}/Prev ${head.startOfXref}${ids}`
  const own = { number: next, generation: 0, offset: startOfXref }
  const index = stream ? xrefStream(places, own, entries) : [`${xrefTable(places)}trailer\n<<${entries}>>\n`]
  at = putSource([...index, `startxref\n${startOfXref}\n%%EOF\n`], bytes, at)
  return { bytes: bytes.subarray(0, at), startOfXref, next: stream ? next + 1 : next }
}
