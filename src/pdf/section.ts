/** An object to append: its numbers, and its source from "N G obj" to "endobj"; text is ASCII alone. */
export type Piece = { number: number; generation: number; source: string | Uint8Array }

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

const encoder = new TextEncoder()

/** An object of a number as a piece: `body` is what stands between "obj" and "endobj". */
export const piece = (number: number, body: string, generation = 0): Piece => ({
  number,
  generation,
  source: `${number} ${generation} obj\n${body}\nendobj\n`,
})

/** A stream of ASCII content as a piece; `dict` holds its entries other than /Length. */
export const streamPiece = (number: number, dict: string, content: string): Piece =>
  piece(number, `<<${dict}/Length ${content.length}>>\nstream\n${content}\nendstream`)

const put = (source: string | Uint8Array, into: Uint8Array, at: number): number => {
  if (typeof source !== 'string') {
    into.set(source, at)
    return at + source.length
  }
  const { written, read } = encoder.encodeInto(source, into.subarray(at))
  if (written !== source.length || read !== source.length) throw new Error('Appended source must be ASCII')
  return at + written
}

// Not for secrecy: a name for these bytes, the same each time. Four FNV-1a hashes (Fowler, Noll, Vo) over every fourth byte.
const fingerprint = (bytes: Uint8Array): string => {
  const lanes = new Uint32Array([0x811c9dc5, 0x1000193, 0xdeadbeef, 0x9e3779b9])
  let [a = 0, b = 0, c = 0, d = 0] = lanes
  for (let at = 0; at < bytes.length; at += 4) {
    a = Math.imul(a ^ (bytes[at] as number), 0x1000193)
    b = Math.imul(b ^ (bytes[at + 1] ?? 1), 0x1000193)
    c = Math.imul(c ^ (bytes[at + 2] ?? 2), 0x1000193)
    d = Math.imul(d ^ (bytes[at + 3] ?? 3), 0x1000193)
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
const xrefStream = (places: Place[], own: Place, entries: string): Uint8Array => {
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
  const [before, after] = [`${own.number} 0 obj\n${dict}\nstream\n`, '\nendstream\nendobj\n']
  const whole = new Uint8Array(before.length + data.byteLength + after.length)
  put(after, whole, put(new Uint8Array(data.buffer), whole, put(before, whole, 0)))
  return whole
}

/** An incremental section: its bytes, where its index starts (counted from the head's first byte), and the next free number. */
export type Section = { bytes: Uint8Array; startOfXref: number; next: number }

/**
 * Writes pieces as an incremental section (ISO 32000-1, 7.5.6) that follows `head`, indexed as it is; `next` is the first
 * number that none of them has. The same pieces give the same bytes, no pieces none.
 */
export const writeSection = (head: Head, pieces: Piece[], next: number): Section => {
  if (pieces.length === 0) return { bytes: new Uint8Array(0), startOfXref: head.startOfXref, next }
  const size = pieces.reduce((sum, { source }) => sum + source.length, 0)
  const room = size + 40 * pieces.length + head.trailer.length + 512
  const bytes = new Uint8Array(room)
  const places: Place[] = []
  let at = 0
  for (const { number, generation, source } of pieces) {
    places.push({ number, generation, offset: head.bytes.length + at })
    at = put(source, bytes, at)
  }
  places.sort((one, other) => one.number - other.number)
  const startOfXref = head.bytes.length + at
  const ids = `/ID[<${head.id}><${fingerprint(bytes.subarray(0, at))}>]`
  const stream = head.kind === 'stream'
  const entries = `/Size ${stream ? next + 1 : next}${head.trailer}/Prev ${head.startOfXref}${ids}`
  if (stream) at = put(xrefStream(places, { number: next, generation: 0, offset: startOfXref }, entries), bytes, at)
  else at = put(`${xrefTable(places)}trailer\n<<${entries}>>\n`, bytes, at)
  at = put(`startxref\n${startOfXref}\n%%EOF\n`, bytes, at)
  return { bytes: bytes.subarray(0, at), startOfXref, next: stream ? next + 1 : next }
}
