import { PDFArray, PDFBool, PDFDict, PDFName, PDFTextField } from 'pdf-lib'
import { type FieldKind, type FormField, fieldsOf, inherited, textOf } from './formFields.ts'
import { openForm } from './openForm.ts'
import { fieldValue } from './readFields.ts'

/** A field of a form; `page` counts from 1 and is null for a field that stands on no page. */
export type FieldFacts = {
  name: string
  kind: FieldKind
  page: number | null
  value: string | string[]
  states?: string[]
  options?: string[]
  maxLength?: number
}

/** What can be said of a PDF without drawing it; sizes in points. */
export type FormFacts = {
  title: string | null
  language: string | null
  tagged: boolean
  encrypted: boolean
  pages: { width: number; height: number }[]
  fields: FieldFacts[]
}

const optionsOf = ({ field }: FormField): string[] => {
  const options = inherited(field, 'Opt')
  if (!(options instanceof PDFArray)) return []
  return options.asArray().flatMap((_, index) => {
    const option = options.lookup(index)
    return textOf(option instanceof PDFArray ? option.lookup(0) : option) ?? []
  })
}

const factsOf = (form: FormField): FieldFacts => {
  const { name, kind, field, widgets } = form
  const facts = { name, kind, page: widgets[0]?.page ?? null, value: fieldValue(form) }
  if (kind === 'checkbox' || kind === 'radio') return { ...facts, states: widgets.map(({ value }) => value) }
  if (kind === 'choice') return { ...facts, options: optionsOf(form) }
  const maxLength = field instanceof PDFTextField ? field.getMaxLength() : undefined
  return maxLength ? { ...facts, maxLength } : facts
}

/** Reads a PDF's pages and fields. Rejects when the bytes are not a PDF that can be read. */
export const inspect = async (bytes: Uint8Array): Promise<FormFacts> => {
  const document = await openForm(bytes)
  const marked = document.catalog.lookup(PDFName.of('MarkInfo'))
  return {
    title: document.getTitle() ?? null,
    language: textOf(document.catalog.lookup(PDFName.of('Lang'))),
    tagged: marked instanceof PDFDict && marked.lookup(PDFName.of('Marked')) === PDFBool.True,
    encrypted: document.context.isDecrypted,
    pages: document.getPages().map((page) => page.getSize()),
    fields: fieldsOf(document).map(factsOf),
  }
}
