import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream } from 'pdf-lib'
import { textOf } from './fieldTree.ts'
import { type FormField, fieldsOf, inherited } from './formFields.ts'
import { openForm } from './openForm.ts'

const wordsOf = (value: unknown): string => {
  if (value instanceof PDFRawStream) return new TextDecoder().decode(decodePDFRawStream(value).decode())
  return textOf(value) ?? (value instanceof PDFName ? value.decodeText() : '')
}

/** A field's value: text, the chosen export value ('' for none), or several choices. */
export const fieldValue = (field: FormField): string | string[] => {
  const { kind, widgets } = field
  const value = inherited(field, 'V')
  if (kind === 'signature' || kind === 'button') return ''
  if (value instanceof PDFArray) return value.asArray().map((_, index) => wordsOf(value.lookup(index)))
  const words = wordsOf(value)
  if (kind === 'text' || kind === 'choice') return words
  return words === 'Off' ? '' : (widgets.find(({ state }) => state === words)?.value ?? words)
}

/** The value of every field by its full name: text, or the chosen export value ('' for none). Rejects for no PDF. */
export const readFields = async (bytes: Uint8Array): Promise<Record<string, string | string[]>> => {
  const document = await openForm(bytes)
  return Object.fromEntries(fieldsOf(document).map((field) => [field.name, fieldValue(field)]))
}
