import { latin1, type Objects, stream } from './source.ts'

const hex = (value: number, bytes: number): string =>
  String.fromCharCode(...Array.from({ length: bytes }, (_, at) => (value >>> (8 * (bytes - 1 - at))) & 255))

/**
 * A hybrid-reference file (ISO 32000-1, 7.5.8.4): the objects that are `hidden` lie in an object stream, which the table calls free
 * and only its /XRefStm knows.
 */
export const hybrid = (objects: Objects, hidden: number[]): Uint8Array => {
  const last = Math.max(...Object.keys(objects).map(Number))
  const [packed, index] = [last + 1, last + 2]
  let source = '%PDF-1.5\n%\xe2\xe3\xcf\xd3\n'
  const offsets = new Map<number, number>()
  const add = (number: number, body: string) => {
    offsets.set(number, source.length)
    source += `${number} 0 obj\n${body}\nendobj\n`
  }
  for (const [number, body] of Object.entries(objects)) if (!hidden.includes(Number(number))) add(Number(number), body)
  let inside = ''
  const places = hidden.map((number) => {
    const at = inside.length
    inside += `${objects[number]} `
    return `${number} ${at}`
  })
  const head = `${places.join(' ')} `
  add(packed, stream(head + inside, `/Type/ObjStm/N ${hidden.length}/First ${head.length}`))
  const rows = hidden.map((_, at) => hex(2, 1) + hex(packed, 4) + hex(at, 2)).join('')
  const ranges = hidden.map((number) => `${number} 1`).join(' ')
  const startOfStream = source.length
  add(index, stream(rows, `/Type/XRef/W[1 4 2]/Index[${ranges}]/Size ${index + 1}/Root 1 0 R`))
  const start = source.length
  const entries = Array.from({ length: index + 1 }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const trailer = `<</Root 1 0 R/Size ${index + 1}/XRefStm ${startOfStream}>>`
  return latin1(`${source}xref\n0 ${index + 1}\n${entries.join('')}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`)
}
