import { deflateSync } from 'node:zlib'

/** The parts of hand-made PDFs, which no library would write. */
export type Part = string | Uint8Array

export const MIB = 1024 * 1024

export const object = (number: number, body: string): string => `${number} 0 obj\n${body}\nendobj\n`

/** Objects from number 10 on, each told its own number and the next one. */
export const objects = (count: number, body: (number: number, next: number) => string): string =>
  Array.from({ length: count }, (_, index) => object(10 + index, body(10 + index, 11 + index))).join('')

export const stream = (number: number, dict: string, bytes: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(`${number} 0 obj\n<<${dict}/Length ${bytes.length}>>stream\n`),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ])

/** A file without cross-references: readers look for its objects themselves. */
export const pdf = (...parts: Part[]): Uint8Array =>
  Buffer.concat(
    ['%PDF-1.7\n', ...parts, 'trailer<</Size 9/Root 1 0 R>>\n%%EOF\n'].map((part) => Buffer.from(part as string)),
  )

/** Object 1, the catalog, and 2, the pages: page 4 alone, and the form 3. */
export const ROOT =
  object(1, '<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>') + object(2, '<</Type/Pages/Kids[4 0 R]/Count 1>>')

/** Object 4, a page on which the field 5 stands. */
export const PAGE = object(4, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Annots[5 0 R]>>')

/** What makes a field a place on a page. */
export const PLACE = '/Rect[0 0 50 20]/Subtype/Widget'

/** A form whose one field, `a`, is object 5. */
export const form = (field: string, ...more: Part[]): Uint8Array =>
  pdf(ROOT, object(3, '<</Fields[5 0 R]/DA(/Helv 0 Tf)>>'), PAGE, object(5, `<<${field}>>`), ...more)

/** A form of many fields, from object 10 on. */
export const formOf = (count: number, field: (number: number) => string, ...more: Part[]): Uint8Array => {
  const refs = Array.from({ length: count }, (_, index) => `${10 + index} 0 R`).join(' ')
  return pdf(ROOT, object(3, `<</Fields[${refs}]>>`), PAGE, objects(count, field), ...more)
}

/** A file whose pages begin at object 10. */
export const pageTree = (...parts: Part[]): Uint8Array => pdf(object(1, '<</Type/Catalog/Pages 10 0 R>>'), ...parts)

/** How `twice` is said in a stream's dictionary. */
export const TWICE = '/Filter[/FlateDecode/FlateDecode]'

/** Deflated, and deflated again: a thousandth of a thousandth where one byte repeats. */
export const twice = (content: Uint8Array | string): Uint8Array => deflateSync(deflateSync(content))

export const filled = (megabytes: number, by: string): Uint8Array => twice(Buffer.alloc(megabytes * MIB, by))

/** A stream, deflated twice, that says it holds `count` objects, which begin at its byte `first`. */
export const objectStream = (bytes: Uint8Array, count = 1, first = 4, number = 7): Uint8Array =>
  stream(number, `/Type/ObjStm/N ${count}/First ${first}${TWICE}`, bytes)
