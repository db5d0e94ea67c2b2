import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFRef } from 'pdf-lib'
import type { ShownPage } from '../boxes/surface.ts'
import { annotationsOf, type Node, textOf, treeOf } from './fieldTree.ts'
import { shownPages } from './shownPages.ts'
import { numberOf, type StandsOn, type Widget, widgetsOf } from './widgets.ts'

export type { Widget } from './widgets.ts'

export type FieldKind = 'text' | 'checkbox' | 'radio' | 'choice' | 'button' | 'signature'

/** A field of the form by its full name, with all its places. Two dictionaries of one name are one field. */
export type FormField = {
  name: string
  kind: FieldKind
  nodes: [Node, ...Node[]]
  widgets: Widget[]
  multiline: boolean
  /** A list that stays open, not one that drops down. */
  list: boolean
  /** Takes several entries of its list. */
  several: boolean
  /** A list that takes words of one's own too. */
  editable: boolean
  rich: boolean
  /** The most letters it takes; 0 for any number. */
  maxLength: number
  comb: boolean
}

// Field flags, ISO 32000-1, tables 226, 228 and 230.
const FLAG = { multiline: 12, radio: 15, push: 16, combo: 17, edit: 18, several: 21, comb: 24, rich: 25 }

/** What a field or a parent of it says under a key; undefined for nothing. */
export const inheritedFrom = (dict: PDFDict, key: string): unknown => {
  let here: unknown = dict
  for (let level = 0; here instanceof PDFDict && level < 50; level++) {
    const found = here.lookup(PDFName.of(key))
    if (found !== undefined) return found
    here = here.lookup(PDFName.of('Parent'))
  }
  return undefined
}

/** What a form's field or a parent of it says under a key. */
export const inherited = ({ nodes: [{ dict }] }: FormField, key: string): unknown => inheritedFrom(dict, key)

const has = (flags: number, bit: number): boolean => ((flags >>> bit) & 1) === 1

const kindOf = (type: unknown, flags: number): FieldKind | null => {
  if (type === PDFName.of('Tx')) return 'text'
  if (type === PDFName.of('Ch')) return 'choice'
  if (type === PDFName.of('Sig')) return 'signature'
  if (type !== PDFName.of('Btn')) return null
  if (has(flags, FLAG.push)) return 'button'
  return has(flags, FLAG.radio) ? 'radio' : 'checkbox'
}

const pagesOfAnnotations = (document: PDFDocument): Map<PDFRef, StandsOn> => {
  const shown = shownPages(document)
  const pages = document
    .getPages()
    .map(({ node }, index) =>
      annotationsOf(node).map(({ ref }) => [ref, { number: index + 1, shown: shown[index] as ShownPage }] as const),
    )
  return new Map(pages.flat())
}

const withTwins = (fields: FormField[]): FormField[] => {
  const byName = new Map<string, FormField>()
  for (const field of fields) {
    const twin = byName.get(field.name)
    if (!twin) byName.set(field.name, field)
    else {
      twin.nodes.push(...field.nodes)
      twin.widgets.push(...field.widgets)
    }
  }
  return [...byName.values()]
}

/** Every field of a form in the form's order, those too that stand on pages only; none when the PDF has no form. */
export const fieldsOf = (document: PDFDocument): FormField[] => {
  const pages = pagesOfAnnotations(document)
  const all = treeOf(document).flatMap(({ name, ref, dict, widgets }): FormField[] => {
    const flags = numberOf(inheritedFrom(dict, 'Ff'))
    const kind = kindOf(inheritedFrom(dict, 'FT'), flags)
    if (!kind) return []
    const maxLength = kind === 'text' ? Math.max(0, numberOf(inheritedFrom(dict, 'MaxLen'))) : 0
    const comb = kind === 'text' && has(flags, FLAG.comb) && maxLength > 0 && !has(flags, FLAG.multiline)
    return [
      {
        name,
        kind,
        nodes: [{ ref, dict }],
        widgets: widgetsOf(widgets, kind === 'choice' ? null : inheritedFrom(dict, 'Opt'), pages),
        multiline: kind === 'text' && has(flags, FLAG.multiline),
        list: kind === 'choice' && !has(flags, FLAG.combo),
        editable: kind === 'choice' && has(flags, FLAG.combo) && has(flags, FLAG.edit),
        several: kind === 'choice' && has(flags, FLAG.several),
        rich: kind === 'text' && has(flags, FLAG.rich),
        maxLength,
        comb,
      },
    ]
  })
  return withTwins(all)
}

/** The entries of a list: what each exports, and the words that it shows (ISO 32000-1, table 231). */
export const optionsOf = (field: FormField): { value: string; label: string }[] => {
  const options = field.kind === 'choice' ? inherited(field, 'Opt') : undefined
  if (!(options instanceof PDFArray)) return []
  return options.asArray().flatMap((_, index) => {
    const option = options.lookup(index)
    const [value, label] =
      option instanceof PDFArray ? [textOf(option.lookup(0)), textOf(option.lookup(1))] : [textOf(option)]
    return value === null || value === undefined ? [] : [{ value, label: label ?? value }]
  })
}
