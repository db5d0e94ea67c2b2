import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib'

/** A document's structure tree: its root, and its parent tree as one list (ISO 32000-1, 14.7). */
export type Structure = { ref: PDFRef; root: PDFDict; parents: Map<number, PDFObject>; nextKey: number }

const NUMBERS = 2000

const readNumbers = (tree: PDFDict, into: Map<number, PDFObject>, level = 0): void => {
  const numbers = tree.lookup(PDFName.of('Nums'))
  if (numbers instanceof PDFArray) {
    for (let at = 0; at + 1 < numbers.size(); at += 2) {
      const key = numbers.lookup(at)
      if (key instanceof PDFNumber) into.set(key.asNumber(), numbers.get(at + 1))
    }
  }
  const kids = tree.lookup(PDFName.of('Kids'))
  if (!(kids instanceof PDFArray) || level > 20) return
  for (let at = 0; at < Math.min(kids.size(), NUMBERS); at++) {
    const kid = kids.lookup(at)
    if (kid instanceof PDFDict) readNumbers(kid, into, level + 1)
  }
}

/** The structure of a tagged document; null for one that is not. */
export const structureOf = ({ catalog, context }: PDFDocument): Structure | null => {
  const ref = catalog.get(PDFName.of('StructTreeRoot'))
  const root = ref instanceof PDFRef ? context.lookup(ref) : undefined
  if (!(ref instanceof PDFRef) || !(root instanceof PDFDict)) return null
  const parents = new Map<number, PDFObject>()
  const tree = root.lookup(PDFName.of('ParentTree'))
  if (tree instanceof PDFDict) readNumbers(tree, parents)
  const following = root.lookup(PDFName.of('ParentTreeNextKey'))
  const said = following instanceof PDFNumber ? following.asNumber() : 0
  return { ref, root, parents, nextKey: [...parents.keys()].reduce((most, key) => Math.max(most, key + 1), said) }
}

/** Writes the parent tree anew, as one list. */
export const saveParents = ({ root, parents, nextKey }: Structure): void => {
  const { context } = root
  const list = context.obj([])
  for (const [key, value] of [...parents].toSorted(([a], [b]) => a - b)) {
    list.push(PDFNumber.of(key))
    list.push(value)
  }
  root.set(PDFName.of('ParentTree'), context.register(context.obj({ Nums: list })))
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(nextKey))
}

/** The element that new parts of a document hang under: its one element at the top, or the root of the tree. */
export const trunkOf = ({ ref, root }: Structure): { ref: PDFRef; dict: PDFDict } => {
  const kids = root.lookup(PDFName.of('K'))
  const own = root.get(PDFName.of('K'))
  const only = kids instanceof PDFArray && kids.size() === 1 ? kids.get(0) : own
  const element = only instanceof PDFRef ? root.context.lookup(only) : undefined
  return element instanceof PDFDict && only instanceof PDFRef ? { ref: only, dict: element } : { ref, dict: root }
}

/** An element's kids as a list of its own. */
export const kidsOf = (dict: PDFDict): PDFArray => {
  const kids = dict.lookup(PDFName.of('K'))
  if (kids instanceof PDFArray) return kids.clone()
  const only = dict.get(PDFName.of('K'))
  return dict.context.obj(only ? [only] : [])
}
