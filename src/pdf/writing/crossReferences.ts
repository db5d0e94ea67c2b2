import type { Source } from './source.ts'

/**
 * Where an appended object stands: its numbers, and its offset from the file's first byte. One in an object stream has that
 * stream's number in `within`, and its place there as generation.
 */
export type Entry = { number: number; generation: number; offset: number; within?: number }

/** Calls back for each run of neighbouring object numbers: where it begins in the list, and how many they are. */
const eachRun = (entries: Entry[], use: (start: number, count: number) => void): void => {
  for (let start = 0, end = 1; start < entries.length; start = end++) {
    while (entries[end]?.number === (entries[start] as Entry).number + end - start) end++
    use(start, end - start)
  }
}

const ENTRY = 20
const BLANK = '0000000000 00000 n \n'

const putDigits = (bytes: Uint8Array, last: number, value: number): void => {
  for (let at = last, left = value; left > 0; at--, left = Math.floor(left / 10)) bytes[at] = 48 + (left % 10)
}

const tableOf = (entries: Entry[]): Uint8Array => {
  const bytes = new Uint8Array(ENTRY * entries.length)
  for (const [index, { offset, generation }] of entries.entries()) {
    const start = ENTRY * index
    for (let at = 0; at < ENTRY; at++) bytes[start + at] = BLANK.charCodeAt(at)
    putDigits(bytes, start + 9, offset)
    putDigits(bytes, start + 15, generation)
  }
  return bytes
}

/** A table of entries sorted by number, 20 bytes each, and its trailer (ISO 32000-1, 7.5.4 and 7.5.5). */
export const crossReferenceTable = (entries: Entry[], trailer: string): Source => {
  const table: Source = ['xref\n']
  const lines = tableOf(entries)
  eachRun(entries, (start, count) => {
    table.push(`${entries[start]?.number} ${count}\n`, lines.subarray(ENTRY * start, ENTRY * (start + count)))
  })
  table.push('trailer\n<<', trailer, '>>\n')
  return table
}

/** A stream of entries sorted by number, 1, 4 and 2 bytes each, itself the last of them (ISO 32000-1, 7.5.8). */
export const crossReferenceStream = (entries: Entry[], trailer: string): Source => {
  const data = new DataView(new ArrayBuffer(7 * entries.length))
  for (const [index, { offset, generation, within }] of entries.entries()) {
    data.setUint8(7 * index, within === undefined ? 1 : 2)
    data.setUint32(7 * index + 1, within ?? offset)
    data.setUint16(7 * index + 5, generation)
  }
  const ranges: number[] = []
  eachRun(entries, (start, count) => ranges.push((entries[start] as Entry).number, count))
  const dict = `<</Type/XRef/W[1 4 2]/Index[${ranges.join(' ')}]/Length ${data.byteLength} ${trailer}>>`
  const own = entries.at(-1)?.number
  return [`${own} 0 obj\n${dict}\nstream\n`, new Uint8Array(data.buffer), '\nendstream\nendobj\n']
}
