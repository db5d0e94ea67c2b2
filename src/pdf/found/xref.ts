import { type PDFDict, PDFName, PDFRef } from 'pdf-lib'
import { Damaged, type Entries, numberIn, readXrefSection, sliceOf } from './xrefSection.ts'

/** How a file is indexed: where its last section starts (bytes) and of which kind it is, and the first number that is free. */
export type Index = { startOfXref: number; kind: 'table' | 'stream'; size: number; trailer: PDFDict }

const TAIL = 1024

const expectObjects = (bytes: Uint8Array, entries: Entries): void => {
  for (const [number, entry] of entries) {
    if (!entry || number === 0) continue
    const found = /^\s*(\d+)\s+(\d+)\s+obj/.exec(sliceOf(bytes, entry.offset, 40))
    if (Number(found?.[1]) !== number || Number(found?.[2]) !== entry.generation) {
      throw new Damaged(`object ${number} is not where its index says`)
    }
  }
}

const CLOSE = 64 // bytes: room for line ends and padding between an object and what follows it

/** Readers find the end of an object that does not say so, with a complaint; what we send must be beyond complaint. */
const expectEnds = (bytes: Uint8Array, entries: Entries): void => {
  const offsets = [...entries.values()].flatMap((entry) => entry?.offset ?? [])
  const starts = [...new Set(offsets)].sort((one, other) => one - other)
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1] ?? bytes.length
    const near = sliceOf(bytes, Math.max(start, next - CLOSE), Math.min(CLOSE, next - start))
    if (near.includes('endobj') || sliceOf(bytes, start, next - start).includes('endobj')) continue
    throw new Damaged(`the object at byte ${start} has no end`)
  }
}

/** All entries, the newest of each number: of a hybrid section its table's, then its stream's, then what came before. */
const gatherEntries = (bytes: Uint8Array, start: number): Entries => {
  const entries: Entries = new Map()
  const seen = new Set<number>()
  for (let at: number | undefined = start; at !== undefined; ) {
    if (seen.has(at)) throw new Damaged('its index runs in a circle')
    seen.add(at)
    const section = readXrefSection(bytes, at)
    const hidden = numberIn(section.trailer, 'XRefStm')
    const found = hidden === undefined ? [section] : [section, readXrefSection(bytes, hidden)]
    for (const part of found)
      for (const [number, entry] of part.entries) if (!entries.has(number)) entries.set(number, entry)
    at = numberIn(section.trailer, 'Prev')
  }
  return entries
}

/** Reads all of a file's cross-references and holds every entry against the file. Throws Damaged. */
export const readIndex = (bytes: Uint8Array): Index => {
  const end = sliceOf(bytes, Math.max(0, bytes.length - TAIL), TAIL)
  const startOfXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? Number.NaN)
  if (Number.isNaN(startOfXref)) throw new Damaged('it does not end as a PDF does')
  const { kind, trailer } = readXrefSection(bytes, startOfXref)
  const entries = gatherEntries(bytes, startOfXref)
  expectObjects(bytes, entries)
  expectEnds(bytes, entries)
  if (!(trailer.get(PDFName.of('Root')) instanceof PDFRef)) throw new Damaged('its trailer names no document')
  const size = [...entries.keys()].reduce((most, number) => Math.max(most, number + 1), numberIn(trailer, 'Size') ?? 0)
  return { startOfXref, kind, size, trailer }
}
