import type { FilledForm } from '../../src/pdf/fill.ts'

const OBJECT = /^(\d+) (\d+) obj\n[\s\S]*?\nendobj\n/gm
const STREAM = /\/Length \d+>>\nstream\n([\s\S]*?)\nendstream/

const sourceOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** How a text stands in content of ours: a UTF-16 unit a letter, in hexadecimal digits. */
export const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** Writes other words instead of some that were said. */
export const words =
  (said: string, instead: string) =>
  (object: string): string =>
    object.replace(hex(said), hex(instead))

/** A stream's length may have changed. */
const measured = (object: string): string =>
  object.replace(STREAM, (_, content: string) => `/Length ${content.length}>>\nstream\n${content}\nendstream`)

const last = (text: string, pattern: RegExp): string => {
  const found = [...text.matchAll(pattern)].at(-1)?.[1]
  if (found === undefined) throw new Error(`The tail has no ${pattern}`)
  return found
}

/** Objects of a filled form's tail, as they stand in the file, by what they say. */
export const objectsIn = ({ tail }: Pick<FilledForm, 'tail'>): string[] =>
  Array.from(sourceOf(tail).matchAll(OBJECT), ([object]) => object)

/**
 * A filled form after somebody's hand: the objects of its tail that `change` writes in another way, and those of `more`, are
 * appended to it anew, as any program would that adds to a PDF. Throws when that changes nothing. Its index is a table.
 */
export const tampered = (form: FilledForm, change: (object: string) => string, more: string[] = []): FilledForm => {
  const { head, tail, expected, placements, pages } = form
  const changed = objectsIn(form).flatMap((object) => (change(object) === object ? [] : [change(object)]))
  const objects = [...changed, ...more].map(measured)
  if (objects.length === 0) throw new Error('Nothing was changed')
  const entries: string[] = []
  let at = head.length + tail.length
  for (const object of objects) {
    const [number, generation] = object.split(' ')
    entries.push(`${number} 1\n${String(at).padStart(10, '0')} ${generation?.padStart(5, '0')} n \n`)
    at += object.length
  }
  const before = sourceOf(tail)
  const trailer = last(before, /trailer\n<<(.*)>>/g).replace(/\/Prev \d+/, `/Prev ${last(before, /startxref\n(\d+)/g)}`)
  const section = `${objects.join('')}xref\n${entries.join('')}trailer\n<<${trailer}>>\nstartxref\n${at}\n%%EOF\n`
  const longer = new Uint8Array(Buffer.concat([tail, Buffer.from(section, 'latin1')]))
  const bytes = new Uint8Array(Buffer.concat([head, longer]))
  return { head, tail: longer, bytes, expected, placements, pages }
}
