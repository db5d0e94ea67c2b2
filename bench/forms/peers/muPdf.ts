import * as mupdf from 'mupdf'
import { embeddedFont } from './embeddedFont.ts'
import { muPdfFields } from './muPdfFields.ts'
import { muPdfPages } from './muPdfPages.ts'
import type { Prepare } from './peer.ts'

/** MuPDF in WebAssembly, under the AGPL: measured, never shipped. Opened once, saved incrementally. */
export const muPdf: Prepare = async (form) => {
  const font = new mupdf.Font('Noto Sans', await embeddedFont())
  // Without it, MuPDF leaves Vietnamese letters blank.
  mupdf.installLoadFontFunction(() => font)
  return form.kind === 'fillable' ? muPdfFields(form) : muPdfPages(form, font)
}
