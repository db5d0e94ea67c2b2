import * as mupdf from 'mupdf'
import { embeddedFont } from './embeddedFont.ts'
import { muPdfFields } from './muPdfFields.ts'
import { muPdfNotes } from './muPdfNotes.ts'
import { muPdfPages } from './muPdfPages.ts'
import type { Prepare } from './peer.ts'

const loadFont = async (): Promise<mupdf.Font> => {
  const font = new mupdf.Font('Noto Sans', await embeddedFont())
  // Without it, MuPDF leaves Vietnamese letters blank.
  mupdf.installLoadFontFunction(() => font)
  return font
}

/** MuPDF in WebAssembly, under the AGPL: measured, never shipped. Opened once, saved incrementally. */
export const muPdf: Prepare = async (form) => {
  await loadFont()
  return form.kind === 'fillable' ? muPdfFields(form) : muPdfNotes(form)
}

/** The same where somebody else breaks the lines and writes the pages' content, which MuPDF only saves. */
export const muPdfWritten: Prepare = async (form) => muPdfPages(form, await loadFont())
