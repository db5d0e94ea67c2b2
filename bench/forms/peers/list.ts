import { readFileSync } from 'node:fs'
import type { FormKind } from '../material/drawForm.ts'
import type { Prepare } from './peer.ts'

/**
 * The product; a peer of it; a peer for which the bench does the filler's work and which only saves; a part of the product's
 * work; what no work at all would cost.
 */
type Role = 'ours' | 'peer' | 'aided' | 'part' | 'floor'

/** A peer before it is loaded: only the process that measures it brings it into its memory. */
export type Listed = { name: string; role: Role; fills: FormKind[]; load(): Promise<Prepare> }

const version = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../../../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version

const both: FormKind[] = ['fillable', 'flat']

export const OURS = 'ours'
export const COPY = 'copy'
export const PDF_LIB = `pdf-lib ${version('pdf-lib-1')}`
export const CANTOO = `@cantoo/pdf-lib ${version('pdf-lib')}`
export const PDF_JS = `pdf.js ${version('pdfjs-dist')}`
export const MUPDF = `MuPDF ${version('mupdf')} (WASM)`
export const MUPDF_WRITTEN = `${MUPDF}, pages written by hand`

/** Everybody who takes turns: the product, its peers, and two floors. pdf.js writes into fields only. */
export const peerList: Listed[] = [
  { name: OURS, role: 'ours', fills: both, load: async () => (await import('./ours.ts')).ours },
  { name: 'ours, tail alone', role: 'part', fills: both, load: async () => (await import('./ours.ts')).oursInTwo },
  { name: PDF_LIB, role: 'peer', fills: both, load: async () => (await import('./pdfLibs.ts')).pdfLib },
  { name: CANTOO, role: 'peer', fills: both, load: async () => (await import('./pdfLibs.ts')).cantoo },
  { name: PDF_JS, role: 'peer', fills: ['fillable'], load: async () => (await import('./pdfJs.ts')).pdfJs },
  { name: MUPDF, role: 'peer', fills: both, load: async () => (await import('./muPdf.ts')).muPdf },
  { name: MUPDF_WRITTEN, role: 'aided', fills: ['flat'], load: async () => (await import('./muPdf.ts')).muPdfWritten },
  { name: COPY, role: 'floor', fills: both, load: async () => (await import('./floors.ts')).copy },
  {
    name: 'copy + deflate',
    role: 'floor',
    fills: both,
    load: async () => (await import('./floors.ts')).copyAndDeflate,
  },
]

/** What a name on the list stands for. Throws for a name that is not on it. */
export const listed = (name: string): Listed => {
  const found = peerList.find((one) => one.name === name)
  if (!found) throw new Error(`There is no peer named "${name}"`)
  return found
}
