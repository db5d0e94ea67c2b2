import type { FilledForm } from '../../src/pdf/fill.ts'
import type { FormToRead } from '../../src/pdf/released.ts'

const OBJECT = /^(\d+) (\d+) obj\n[\s\S]*?\nendobj\n/gm
const STREAM = /\/Length \d+>>\nstream\n([\s\S]*?)\nendstream/

const latin1 = { of: (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1') }

/** A stream's length may have changed. */
const measured = (object: string): string =>
  object.replace(STREAM, (_, content: string) => `/Length ${content.length}>>\nstream\n${content}\nendstream`)

const last = (text: string, pattern: RegExp): string => {
  const found = [...text.matchAll(pattern)].at(-1)?.[1]
  if (found === undefined) throw new Error(`The tail has no ${pattern}`)
  return found
}

/** Objects of a filled form's tail, as they stand in the file, by what they say. */
export const objectsIn = ({ tail }: Pick<FormToRead, 'tail'>): string[] =>
  Array.from(latin1.of(tail).matchAll(OBJECT), ([object]) => object)

/**
 * A filled form after somebody's hand: the objects of its tail that `change` writes in another way, and those of `more`, are
 * appended to it anew, as any program would that adds to a PDF. Throws when that changes nothing. Its index is a table.
 */
export const tampered = (form: FilledForm, change: (object: string) => string, more: string[] = []): FormToRead => {
  const { head, tail, expected } = form
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
  const before = latin1.of(tail)
  const trailer = last(before, /trailer\n<<(.*)>>/g).replace(/\/Prev \d+/, `/Prev ${last(before, /startxref\n(\d+)/g)}`)
  const section = `${objects.join('')}xref\n${entries.join('')}trailer\n<<${trailer}>>\nstartxref\n${at}\n%%EOF\n`
  return { head, tail: Buffer.concat([tail, Buffer.from(section, 'latin1')]), expected }
}
