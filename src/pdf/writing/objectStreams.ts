import { zlibSync } from 'fflate'
import type { Entry } from './crossReferences.ts'
import { type Piece, piece } from './section.ts'
import { asLiterals, bytesOf, type Source } from './source.ts'

/** An object that is no stream, as it stands in an object stream: its number and its source. */
export type Packed = { number: number; body: string }

/** More in one would be read slowly, since a reader unpacks all of one for any of it. */
const MOST = 200

/** A compressed stream as a piece; `dict` holds its entries other than /Filter and /Length. */
export const packedPiece = (number: number, content: Source, dict = ''): Piece => {
  const packed = zlibSync(bytesOf(asLiterals(content)))
  return piece(number, [`<<${dict}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`, packed, '\nendstream'])
}

/**
 * Puts objects into object streams (ISO 32000-1, 7.5.7) of the numbers from `next` on; answers the streams, where each object
 * stands, and the next free number.
 */
export const packObjects = (objects: Packed[], first: number): { pieces: Piece[]; entries: Entry[]; next: number } => {
  const pieces: Piece[] = []
  const entries: Entry[] = []
  let next = first
  for (let start = 0; start < objects.length; start += MOST) {
    const some = objects.slice(start, start + MOST)
    const number = next++
    let offset = 0
    const offsets = some.map((object, index) => {
      entries.push({ number: object.number, generation: index, offset: 0, within: number })
      const here = `${object.number} ${offset}`
      offset += object.body.length + 1
      return here
    })
    const table = `${offsets.join(' ')} `
    const content = [table, some.map(({ body }) => `${body} `).join('')]
    pieces.push(packedPiece(number, content, `/Type/ObjStm/N ${some.length}/First ${table.length}`))
  }
  return { pieces, entries, next }
}
