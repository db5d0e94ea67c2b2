import type { PDFDocument, PDFRef } from 'pdf-lib'
import type { Boxes } from './boxes.ts'
import { embedTypeface } from './embedTypeface.ts'
import { findPlaces } from './findPlaces.ts'
import { type FormField, fieldsOf } from './formFields.ts'
import { openForm } from './openForm.ts'
import { mendPageTree } from './pageTree.ts'
import type { Places } from './preparedForm.ts'
import { shownPages } from './shownPages.ts'
import type { ShownPage } from './surface.ts'
import { takeOutActive } from './takeOutActive.ts'
import { FONTS } from './textOperators.ts'
import { giveTicks } from './tickAppearance.ts'
import type { Typeface } from './typeface.ts'

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
