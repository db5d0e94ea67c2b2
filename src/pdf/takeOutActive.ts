import { PDFDict, type PDFDocument, PDFName, PDFTextField } from 'pdf-lib'
import { fieldsOf } from './formFields.ts'

const dropFrom = (dict: unknown, ...keys: string[]): void => {
  if (dict instanceof PDFDict) for (const key of keys) dict.delete(PDFName.of(key))
}

/**
 * Takes out of a form what acts by itself or speaks against what we fill in: scripts, XFA, usage rights,
 * NeedAppearances (a reader would redraw, and lose glyphs) and rich text (its words would differ from the value).
 */
export const takeOutActive = (form: PDFDocument): void => {
  const { catalog } = form
  dropFrom(catalog, 'Perms', 'OpenAction', 'AA')
  dropFrom(catalog.lookup(PDFName.of('Names')), 'JavaScript', 'EmbeddedFiles')
  for (const { field, dict, widgets } of fieldsOf(form)) {
    if (field instanceof PDFTextField && field.isRichFormatted()) field.disableRichFormatting()
    for (const one of [dict, ...widgets.map((widget) => widget.dict)]) dropFrom(one, 'AA', 'A', 'RV', 'DS')
  }
  dropFrom(catalog.lookup(PDFName.of('AcroForm')), 'XFA', 'NeedAppearances', 'CO')
}
