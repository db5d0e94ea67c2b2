import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Consultation } from '../../consultation/consultation.ts'
import type { PackProblem } from '../../consultation/problem.ts'
import { responseFileName } from '../../delivery/responseFileName.ts'
import { cellAt, type Entry } from './entry.ts'

const LONGEST = 120
const LONGEST_BYTES = 240

// Windows takes none of these, at the end neither a dot nor a blank, and some names never, whatever follows their dot.
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/u
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i

/** Whether every system that a form may be carried to takes this as the name of a file. */
export const isSafeName = (name: string): boolean =>
  name.length <= LONGEST &&
  Buffer.byteLength(name) <= LONGEST_BYTES &&
  !FORBIDDEN.test(name) &&
  !RESERVED.test(name) &&
  /^[^.\s].*[^.\s]$|^[^.\s]$/u.test(name)

const asPdf = (name: string): string => (/\.pdf$/i.test(name) ? name : `${name}.pdf`)

/** The name of an entry's PDF: the one in its column "file", or one made of its reference, or of its row. */
export const fileNameOf = (consultation: Pick<Consultation, 'id'>, { name, reference, row }: Entry): string => {
  if (name !== null) return asPdf(name)
  if (reference !== null) return responseFileName(consultation, reference)
  return `${consultation.id}-row-${String(row).padStart(4, '0')}.pdf`
}

/** A form to write: whose answers, and under which name. */
export type Named = { entry: Entry; name: string }

const at = ({ file, row, name }: Entry) => ({ file, path: name === null ? `row ${row}` : cellAt(row!, 'file') })

const folded = (name: string): string => name.normalize('NFC').toLowerCase()

/** Names from the column "file" that some system would refuse, and names that are one on some: capitals and ways to write ü do not count. */
export const checkNames = (named: Named[]): PackProblem[] => {
  const rows = new Map<string, Entry>()
  return named.flatMap(({ entry, name }): PackProblem[] => {
    if (entry.name !== null && !isSafeName(name)) {
      const found = JSON.stringify(name.slice(0, LONGEST))
      const expected = `a file name that Windows takes too: at most ${LONGEST} letters, none of < > : " / \\ | ? *, not CON or the like`
      return [{ ...at(entry), found, expected, remedy: 'write another, or leave it blank' }]
    }
    const first = rows.get(folded(name))
    rows.set(folded(name), first ?? entry)
    // Two rows with one reference are told as that.
    if (!first || (first.name === null && entry.name === null)) return []
    const found = `"${name}", which row ${first.row} has too`
    return [{ ...at(entry), found, expected: 'a file name of its own for each row', remedy: 'change one of them' }]
  })
}

/** Files that are in the folder already, which nobody asked to replace. */
export const checkFree = async (folder: string, named: Named[], replace: boolean): Promise<PackProblem[]> => {
  const looked = named.map(async ({ entry, name }): Promise<PackProblem[]> => {
    const there = await stat(join(folder, name)).catch(() => null)
    if (!there || (replace && there.isFile())) return []
    const found = `${join(folder, name)}, which is there already`
    const remedy = there.isFile() ? 'choose another folder or name, or add --replace' : 'choose another name'
    return [{ ...at(entry), found, expected: 'a name that is free', remedy }]
  })
  return (await Promise.all(looked)).flat()
}
