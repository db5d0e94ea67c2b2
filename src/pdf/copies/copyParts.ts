import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import { kidsOf, structureOf, trunkOf } from '../found/structure.ts'
import { ascii, openDict } from '../writing/ascii.ts'
import type { PageTree, TagTree } from './copy.ts'

const listOf = (array: PDFArray): string => array.asArray().map(ascii).join(' ')

/** The root of a document's page tree as pages are added to it. */
export const pageTreeOf = ({ catalog, context }: PDFDocument): PageTree => {
  const ref = catalog.get(PDFName.of('Pages'))
  const root = catalog.lookup(PDFName.of('Pages'))
  if (!(ref instanceof PDFRef) || !(root instanceof PDFDict)) throw new Error('The form has no tree of pages')
  const kids = root.lookup(PDFName.of('Kids'))
  const count = context.lookup(root.get(PDFName.of('Count')))
  return {
    object: ref.objectNumber,
    generation: ref.generationNumber,
    before: openDict(root, 'Kids', 'Count'),
    kids: kids instanceof PDFArray ? listOf(kids) : '',
    count: count instanceof PDFNumber ? count.asNumber() : 0,
  }
}

const headOf = ({ objectNumber, generationNumber }: PDFRef, before: string) => ({
  object: objectNumber,
  generation: generationNumber,
  before,
})

/** The structure tree of a tagged document as it is added to; null for one that is not. */
export const tagTreeOf = (document: PDFDocument): TagTree | null => {
  const structure = structureOf(document)
  if (!structure) return null
  const { ref, root, nextKey } = structure
  const trunk = trunkOf(structure)
  const same = trunk.ref === ref
  const tree = root.lookup(PDFName.of('ParentTree'))
  const kids = tree instanceof PDFDict ? tree.lookup(PDFName.of('Kids')) : undefined
  const numbers = tree instanceof PDFDict ? tree.lookup(PDFName.of('Nums')) : undefined
  const parents = tree instanceof PDFDict ? openDict(tree, 'Kids', 'Nums') : '<<'
  return {
    root: headOf(ref, openDict(root, 'ParentTree', 'ParentTreeNextKey', ...(same ? ['K'] : []))),
    trunk: same ? null : headOf(trunk.ref, openDict(trunk.dict, 'K')),
    kids: listOf(kidsOf(trunk.dict)),
    parents:
      kids instanceof PDFArray
        ? { before: parents, key: 'Kids', entries: listOf(kids) }
        : { before: parents, key: 'Nums', entries: numbers instanceof PDFArray ? listOf(numbers) : '' },
    nextKey,
  }
}
