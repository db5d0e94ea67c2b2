import { PDFDict, type PDFDocument, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import { fieldList, strayFields } from '../found/fieldTree.ts'
import { type FormField, fieldsOf } from '../found/formFields.ts'

const dropFrom = (dict: unknown, ...keys: string[]): void => {
  if (dict instanceof PDFDict) for (const key of keys) if (dict.has(PDFName.of(key))) dict.delete(PDFName.of(key))
}

const RICH = 1 << 25

const makePlain = ({ nodes }: FormField): void => {
  for (const { dict } of nodes) {
    const flags = dict.lookup(PDFName.of('Ff'))
    if (flags instanceof PDFNumber) dict.set(PDFName.of('Ff'), PDFNumber.of(flags.asNumber() & ~RICH))
    dropFrom(dict, 'RV', 'DS')
  }
}

/** Lists the fields that stand on pages only, so that every reader finds their values where it looks. */
const adoptStrays = (form: PDFDocument): void => {
  const strays = strayFields(form)
  if (strays.length === 0) return
  const { catalog, context } = form
  const found = catalog.lookup(PDFName.of('AcroForm'))
  const acroForm = found instanceof PDFDict ? found : context.obj({})
  if (acroForm !== found) catalog.set(PDFName.of('AcroForm'), acroForm)
  const list = fieldList(form) ?? context.obj([])
  for (const { ref } of strays) list.push(ref)
  acroForm.set(PDFName.of('Fields'), list)
}

/**
 * Takes out of a form what acts by itself or speaks against what we fill in: scripts, XFA, usage rights,
 * NeedAppearances (a reader would redraw, and lose glyphs) and rich text (its words would differ from the value).
 */
export const takeOutActive = (form: PDFDocument): void => {
  const { catalog } = form
  adoptStrays(form)
  dropFrom(catalog, 'Perms', 'OpenAction', 'AA', 'NeedsRendering')
  dropFrom(catalog.lookup(PDFName.of('Names')), 'JavaScript', 'EmbeddedFiles')
  for (const field of fieldsOf(form)) {
    if (field.rich) makePlain(field)
    for (const { dict } of [...field.nodes, ...field.widgets]) dropFrom(dict, 'AA', 'A')
  }
  const acroForm = catalog.lookup(PDFName.of('AcroForm'))
  dropFrom(acroForm, 'XFA', 'NeedAppearances', 'CO')
  if (acroForm instanceof PDFDict && !acroForm.has(PDFName.of('DA'))) {
    acroForm.set(PDFName.of('DA'), PDFString.of('/Helv 0 Tf 0 g'))
  }
}
