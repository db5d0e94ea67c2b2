import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import { kidsOf, type Structure, trunkOf } from '../found/structure.ts'

/** A place on a page that is drawn over it: a name, the page, and the widget that stood there, if one did. */
export type TaggedPlace = { name: string; page: number; widget: { ref: PDFRef; dict: PDFDict } | null }

const parentArray = (structure: Structure, page: PDFDict): PDFArray => {
  const { context } = page
  const key = page.lookup(PDFName.of('StructParents'))
  if (key instanceof PDFNumber) {
    const found = context.lookup(structure.parents.get(key.asNumber()))
    if (found instanceof PDFArray) return found
  }
  const list = context.obj([])
  page.set(PDFName.of('StructParents'), PDFNumber.of(structure.nextKey))
  structure.parents.set(structure.nextKey, context.register(list))
  structure.nextKey += 1
  return list
}

/** The element of a widget that stood in the structure, its reference to the widget replaced by marked content. */
const takeOver = (
  structure: Structure,
  { ref, dict }: NonNullable<TaggedPlace['widget']>,
  content: PDFDict,
): PDFRef | null => {
  const key = dict.lookup(PDFName.of('StructParent'))
  const elementRef = key instanceof PDFNumber ? structure.parents.get(key.asNumber()) : undefined
  const element = elementRef instanceof PDFRef ? dict.context.lookup(elementRef) : undefined
  if (!(elementRef instanceof PDFRef) || !(element instanceof PDFDict)) return null
  const kids = kidsOf(element)
  const at = kids.asArray().findIndex((_, index) => {
    const kid = kids.lookup(index)
    return kid instanceof PDFDict && kid.get(PDFName.of('Obj')) === ref
  })
  if (at >= 0) kids.set(at, content)
  else kids.push(content)
  element.set(PDFName.of('K'), kids)
  return elementRef
}

const newElement = (structure: Structure, content: PDFDict): PDFRef => {
  const trunk = trunkOf(structure)
  const { context } = trunk.dict
  const ref = context.register(context.obj({ Type: 'StructElem', S: 'P', P: trunk.ref, K: [content] }))
  const kids = kidsOf(trunk.dict)
  kids.push(ref)
  trunk.dict.set(PDFName.of('K'), kids)
  return ref
}

/** Gives each place marked content of its own in the structure tree; answers its ids by the places' names. */
export const tagPlaces = (document: PDFDocument, structure: Structure, places: TaggedPlace[]): Map<string, number> => {
  const ids = new Map<string, number>()
  for (const { name, page: number, widget } of places) {
    const page = document.getPage(number - 1)
    const list = parentArray(structure, page.node)
    const id = list.size()
    const content = document.context.obj({ Type: 'MCR', Pg: page.ref, MCID: id })
    list.push((widget ? takeOver(structure, widget, content) : null) ?? newElement(structure, content))
    ids.set(name, id)
  }
  return ids
}
