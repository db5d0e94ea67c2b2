import { PDFBool, PDFDict, PDFName } from 'pdf-lib'
import { shownSize } from '../boxes/surface.ts'
import { textOf } from './fieldTree.ts'
import { type FieldKind, type FormField, fieldsOf, optionsOf } from './formFields.ts'
import { type Imported, importForm } from './importForm.ts'
import { notesOn } from './notesOn.ts'
import { openForm } from './openForm.ts'
import { fieldValue } from './readFields.ts'
import { shownPages } from './shownPages.ts'

/** A field of a form; `page` counts from 1 and is null for a field that nobody sees. A tick's states are export values. */
export type FieldFacts = {
  name: string
  kind: FieldKind
  page: number | null
  value: string | string[]
  states?: string[]
  options?: string[]
  maxLength?: number
  multiline?: true
  hidden?: true
}

/**
 * What can be said of a PDF without drawing it; sizes in points, as readers show its pages. `base`: whether fills are appended to
 * the body's own bytes, or to one full save of them, and why. `notes` say in words what is done about what was found.
 */
export type FormFacts = Pick<Imported, 'base' | 'because'> & {
  title: string | null
  language: string | null
  tagged: boolean
  encrypted: boolean
  pages: { width: number; height: number }[]
  fields: FieldFacts[]
  notes: string[]
}

const factsOf = (field: FormField): FieldFacts => {
  const { name, kind, widgets, maxLength, multiline } = field
  const seen = widgets.find(({ page }) => page !== null)
  const facts: FieldFacts = { name, kind, page: seen?.page ?? null, value: fieldValue(field) }
  if (!seen && widgets.some(({ hidden }) => hidden)) facts.hidden = true
  if (kind === 'checkbox' || kind === 'radio') facts.states = widgets.map(({ value }) => value)
  if (kind === 'choice') facts.options = optionsOf(field).map(({ value }) => value)
  if (maxLength > 0) facts.maxLength = maxLength
  if (multiline) facts.multiline = true
  return facts
}

/** Reads a PDF's pages and fields. Rejects when the bytes are not a PDF that can be read. */
export const inspect = async (bytes: Uint8Array): Promise<FormFacts> => {
  const { base, because } = await importForm(bytes)
  const document = await openForm(bytes)
  const marked = document.catalog.lookup(PDFName.of('MarkInfo'))
  const fields = fieldsOf(document)
  return {
    title: document.getTitle() ?? null,
    language: textOf(document.catalog.lookup(PDFName.of('Lang'))),
    tagged: marked instanceof PDFDict && marked.lookup(PDFName.of('Marked')) === PDFBool.True,
    encrypted: document.context.isDecrypted,
    base,
    because,
    pages: shownPages(document).map(shownSize),
    fields: fields.map(factsOf),
    notes: notesOn(document, fields),
  }
}
