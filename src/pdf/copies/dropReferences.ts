import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import { kidsOf, type Structure } from '../found/structure.ts'

const isReference = (kid: unknown): boolean =>
  kid instanceof PDFDict && kid.get(PDFName.of('Type')) === PDFName.of('OBJR')

const cleanElement = (element: PDFDict): PDFDict[] => {
  const kids = kidsOf(element)
  const stay = kids.asArray().filter((_, index) => !isReference(kids.lookup(index)))
  if (stay.length < kids.size()) element.set(PDFName.of('K'), element.context.obj(stay))
  return stay.map((kid) => element.context.lookup(kid)).filter((kid) => kid instanceof PDFDict)
}

/** Takes references to annotations out of a structure tree whose annotations are gone; the elements stay. */
export const dropReferences = ({ root, parents }: Structure): void => {
  const seen = new Set<PDFDict>()
  const queue: PDFDict[] = [root]
  for (let element = queue.pop(); element; element = queue.pop()) {
    if (seen.has(element)) continue
    seen.add(element)
    queue.push(...cleanElement(element))
  }
  // A page's content has a list in the parent tree, an annotation its one element.
  for (const [key, value] of parents) {
    const found = value instanceof PDFRef ? root.context.lookup(value) : value
    if (!(found instanceof PDFArray)) parents.delete(key)
  }
  const next = root.lookup(PDFName.of('ParentTreeNextKey'))
  if (!(next instanceof PDFNumber)) root.delete(PDFName.of('ParentTreeNextKey'))
}
