/** A PDF's objects by their numbers, each the source between "obj" and "endobj". */
export type Objects = Record<number, string>

/** How objects are made a file; what is left out is as the standard has it. */
export type Layout = {
  version?: string
  /** What the trailer says besides /Root 1 0 R and /Size. */
  trailer?: string
  /** The end of an object's source. */
  endobj?: string
}

export const latin1 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

export const textOfBytes = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** A stream's source. */
export const stream = (content: string, dict = ''): string =>
  `<<${dict}/Length ${content.length}>>\nstream\n${content}\nendstream`

const entry = (offset: number, generation = 0): string =>
  `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`

/** A cross-reference table of these offsets: a section for each run of numbers. */
const tableOf = (offsets: Map<number, number>, free: string): string => {
  const numbers = [...offsets.keys()].sort((a, b) => a - b)
  let table = free
  for (let start = 0; start < numbers.length; ) {
    let end = start + 1
    while (numbers[end] === (numbers[start] as number) + end - start) end += 1
    table += `${numbers[start]} ${end - start}\n`
    for (const number of numbers.slice(start, end)) table += entry(offsets.get(number) as number)
    start = end
  }
  return `xref\n${table}`
}

const body = (objects: Objects, from: number, endobj: string) => {
  let source = ''
  const offsets = new Map<number, number>()
  for (const [number, object] of Object.entries(objects)) {
    offsets.set(Number(number), from + source.length)
    source += `${number} 0 obj\n${object}\n${endobj}\n`
  }
  return { source, offsets }
}

/** Writes objects (text a byte a character) as a PDF with a cross-reference table. */
export const writePdf = (
  objects: Objects,
  { version = '1.7', trailer = '', endobj = 'endobj' }: Layout = {},
): Uint8Array => {
  const head = `%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`
  const { source, offsets } = body(objects, head.length, endobj)
  const start = head.length + source.length
  const size = Math.max(...offsets.keys()) + 1
  const table = tableOf(offsets, '0 1\n0000000000 65535 f \n')
  return latin1(`${head}${source}${table}trailer\n<</Root 1 0 R/Size ${size}${trailer}>>\nstartxref\n${start}\n%%EOF\n`)
}

const startOf = (text: string): number => Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])

/** Adds an update (ISO 32000-1, 7.5.6) with other versions of some objects, and others that are free from now on. */
export const update = (pdf: Uint8Array, objects: Objects, freed: number[] = []): Uint8Array => {
  const before = textOfBytes(pdf)
  const { source, offsets } = body(objects, before.length, 'endobj')
  const free = freed.map((number) => `${number} 1\n0000000000 00001 f \n`).join('')
  const size = Math.max(Number(/.*\/Size (\d+)/s.exec(before)?.[1]), ...[...offsets.keys()].map((one) => one + 1))
  const trailer = `trailer\n<</Root 1 0 R/Size ${size}/Prev ${startOf(before)}>>`
  const start = before.length + source.length
  return latin1(`${before}${source}${tableOf(offsets, free)}${trailer}\nstartxref\n${start}\n%%EOF\n`)
}
