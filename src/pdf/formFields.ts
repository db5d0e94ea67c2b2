import {
  PDFArray,
  PDFCheckBox,
  PDFDict,
  type PDFDocument,
  PDFDropdown,
  type PDFField,
  PDFHexString,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFRef,
  PDFSignature,
  PDFStream,
  PDFString,
  PDFTextField,
} from 'pdf-lib'
import type { Rect } from './placement.ts'

/** One place of a field on a page. A button's `state` is its name when chosen, `value` what that exports. */
export type Widget = {
  ref: PDFRef
  dict: PDFDict
  page: number | null
  box: Rect
  turn: 0 | 90 | 180 | 270
  state: string
  value: string
  /** A button that has no appearance of its own for the chosen state. */
  bare: boolean
}

export type FieldKind = 'text' | 'checkbox' | 'radio' | 'choice' | 'button' | 'signature'

/** A field of the form by its full name, with all its places. */
export type FormField = {
  name: string
  kind: FieldKind
  field: PDFField
  ref: PDFRef
  dict: PDFDict
  widgets: Widget[]
}

const KINDS = [
  [PDFTextField, 'text'],
  [PDFCheckBox, 'checkbox'],
  [PDFRadioGroup, 'radio'],
  [PDFDropdown, 'choice'],
  [PDFOptionList, 'choice'],
  [PDFSignature, 'signature'],
] as const

const kindOf = (field: PDFField): FieldKind => KINDS.find(([type]) => field instanceof type)?.[1] ?? 'button'

/** A PDF text string in words, or null when it is none. */
export const textOf = (object: unknown): string | null =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : null

/** What a field or a parent of it says under a key, also where it says so by reference; undefined for nothing. */
export const inherited = ({ acroField }: PDFField, key: string): unknown =>
  acroField.dict.context.lookup(acroField.getInheritableAttribute(PDFName.of(key)))

const pagesOfAnnotations = (document: PDFDocument): Map<PDFRef, number> => {
  const pages = new Map<PDFRef, number>()
  for (const [index, page] of document.getPages().entries()) {
    const annotations = page.node.Annots()?.asArray() ?? []
    for (const ref of annotations) if (ref instanceof PDFRef) pages.set(ref, index + 1)
  }
  return pages
}

const boxOf = (dict: PDFDict): Rect => {
  const { x, y, width, height } = dict.lookup(PDFName.of('Rect'), PDFArray).asRectangle()
  return { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) }
}

const turnOf = (dict: PDFDict): Widget['turn'] => {
  const degrees = dict.lookup(PDFName.of('MK')) instanceof PDFDict ? dict.lookup(PDFName.of('MK'), PDFDict) : undefined
  const turn = (((Number(degrees?.get(PDFName.of('R'))?.toString() ?? 0) % 360) + 360) % 360) as Widget['turn']
  return [0, 90, 180, 270].includes(turn) ? turn : 0
}

/** The names of the states that a button's own appearances show, without Off. */
const shownStates = (dict: PDFDict): string[] => {
  const appearances = dict.lookup(PDFName.of('AP'))
  const normal = appearances instanceof PDFDict ? appearances.lookup(PDFName.of('N')) : undefined
  if (!(normal instanceof PDFDict)) return []
  const shown = normal.entries().filter(([, stream]) => normal.context.lookup(stream) instanceof PDFStream)
  return shown.map(([name]) => name.decodeText()).filter((name) => name !== 'Off')
}

const widgetsOf = (field: PDFField, pages: Map<PDFRef, number>): Widget[] => {
  const { dict, ref } = field.acroField
  const kids = field.acroField.Kids()?.asArray() ?? [ref]
  const exports = inherited(field, 'Opt')
  return kids.flatMap((kid, index): Widget[] => {
    const own = dict.context.lookup(kid)
    if (!(kid instanceof PDFRef) || !(own instanceof PDFDict) || !own.has(PDFName.of('Rect'))) return []
    const shown = shownStates(own)[0]
    const option = exports instanceof PDFArray && index < exports.size() ? textOf(exports.lookup(index)) : null
    const state = shown ?? (kids.length === 1 && option === null ? 'Yes' : String(index))
    const place = { page: pages.get(kid) ?? null, box: boxOf(own), turn: turnOf(own) }
    return [{ ref: kid, dict: own, ...place, state, value: option ?? state, bare: shown === undefined }]
  })
}

/** Every field of a form in the form's order; none when the PDF has no form. */
export const fieldsOf = (document: PDFDocument): FormField[] => {
  if (!document.catalog.has(PDFName.of('AcroForm'))) return []
  const pages = pagesOfAnnotations(document)
  const all = document.getForm().getFields()
  return all.map((field) => ({
    name: field.getName(),
    kind: kindOf(field),
    field,
    ref: field.ref,
    dict: field.acroField.dict,
    widgets: widgetsOf(field, pages),
  }))
}
