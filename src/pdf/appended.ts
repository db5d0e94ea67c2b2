import { type PDFDict, type PDFObject, PDFRef } from 'pdf-lib'
import { type Base, fingerprint } from './base.ts'

/** Objects to stand after a base: new ones, and copies that replace the base's own. The base itself never changes. */
export type Appended = {
  /** A copy of a dictionary of the base to write into; the same copy each time it is asked for. */
  change(ref: PDFRef, dict: PDFDict): PDFDict
  add(object: PDFObject): PDFRef
  bytes(): Promise<Uint8Array>
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const serialise = (ref: PDFRef, object: PDFObject): Uint8Array => {
  const [open, close] = [latin1(`${ref.objectNumber} ${ref.generationNumber} obj\n`), latin1('\nendobj\n')]
  const bytes = new Uint8Array(open.length + object.sizeInBytes() + close.length)
  bytes.set(open)
  const end = open.length + object.copyBytesInto(bytes, open.length)
  bytes.set(close, end)
  return bytes.subarray(0, end + close.length)
}

const join = (parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A cross-reference table of entries sorted by object number (ISO 32000-1, 7.5.4: 20 bytes each). */
const crossReferences = (entries: [ref: PDFRef, offset: number][]): string =>
  entries
    .map(([{ objectNumber, generationNumber }, offset], index) => {
      const entry = `${String(offset).padStart(10, '0')} ${String(generationNumber).padStart(5, '0')} n \n`
      if (index > 0 && entries[index - 1]?.[0].objectNumber === objectNumber - 1) return entry
      let end = index + 1
      while (entries[end]?.[0].objectNumber === objectNumber + end - index) end += 1
      return `${objectNumber} ${end - index}\n${entry}`
    })
    .join('')

/** Begins an incremental section after a base (ISO 32000-1, 7.5.6). */
export const appendTo = (base: Base): Appended => {
  const objects = new Map<PDFRef, PDFObject>()
  let next = base.next
  return {
    change(ref, dict) {
      const copy = (objects.get(ref) as PDFDict | undefined) ?? dict.clone()
      objects.set(ref, copy)
      return copy
    },
    add(object) {
      const ref = PDFRef.of(next++)
      objects.set(ref, object)
      return ref
    },
    async bytes() {
      const parts = [base.bytes]
      let offset = base.bytes.length
      const entries: [PDFRef, number][] = []
      for (const [ref, object] of [...objects].sort(([a], [b]) => a.objectNumber - b.objectNumber)) {
        const part = serialise(ref, object)
        entries.push([ref, offset])
        parts.push(part)
        offset += part.length
      }
      const { root, infoRef, id, startOfXref } = base
      const own = await fingerprint(join(parts.slice(1)))
      const trailer = `<< /Size ${next} /Root ${root} /Info ${infoRef} /Prev ${startOfXref} /ID [${id} ${own}] >>`
      parts.push(latin1(`xref\n${crossReferences(entries)}trailer\n${trailer}\nstartxref\n${offset}\n%%EOF\n`))
      return join(parts)
    },
  }
}
