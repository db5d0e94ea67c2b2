import type { PDFDocument, PDFRef } from 'pdf-lib'
import type { Boxes } from '../boxes/boxes.ts'
import { findPlaces } from '../boxes/findPlaces.ts'
import type { ShownPage } from '../boxes/surface.ts'
import { type FormField, fieldsOf } from '../found/formFields.ts'
import { openForm } from '../found/openForm.ts'
import { mendPageTree } from '../found/pageTree.ts'
import { shownPages } from '../found/shownPages.ts'
import type { Typeface } from '../setting/typeface.ts'
import { FONTS } from '../writing/textOperators.ts'
import { giveTicks } from '../writing/tickAppearance.ts'
import { embedTypeface } from './embedTypeface.ts'
import type { Places } from './preparedForm.ts'
import { takeOutActive } from './takeOutActive.ts'

/** A form opened to become a copy: its fields made sound, its places found. */
export type OpenCopy = { document: PDFDocument; fields: FormField[]; pages: ShownPage[]; places: Places }

/** Opens a form's bytes anew, for one copy; `seen` looks at the document before anything in it is changed. */
export const openCopy = async (
  bytes: Uint8Array,
  boxes: Boxes,
  seen: (document: PDFDocument) => void,
): Promise<OpenCopy> => {
  const document = await openForm(bytes)
  seen(document)
  mendPageTree(document)
  takeOutActive(document)
  const fields = fieldsOf(document)
  giveTicks(document, fields)
  const pages = shownPages(document)
  const places = findPlaces(boxes, new Map(fields.map((field) => [field.name, field])), pages)
  return { document, fields, pages, places }
}

/** Puts our two fonts into a document: the fonts, and a resource dictionary that has them. */
export const embedFonts = (document: PDFDocument, faces: { regular: Typeface; bold: Typeface }) => {
  const fonts: Record<string, PDFRef> = {
    [FONTS.regular]: embedTypeface(document, faces.regular),
    [FONTS.bold]: embedTypeface(document, faces.bold),
  }
  return { fonts, resources: document.context.register(document.context.obj({ Font: fonts })) }
}
