import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import type { Appended } from './appended.ts'
import type { Base } from './base.ts'
import type { Line } from './placement.ts'

/** A new page, with the groups of lines on it in the order of their marked-content ids. */
export type TaggedPage = { dict: PDFDict; ref: PDFRef; groups: { question: string; group: Line[] }[] }

/** The element that new sections hang under, with the dictionary to hang them in: the document's, or the tree's root. */
const findTrunk = (root: PDFDict, rootRef: PDFRef): [PDFDict, PDFRef] => {
  const kids = root.get(PDFName.of('K'))
  const only = kids instanceof PDFArray && kids.size() === 1 ? kids.get(0) : kids
  const element = only instanceof PDFRef ? root.context.lookup(only) : undefined
  return element instanceof PDFDict && only instanceof PDFRef ? [element, only] : [root, rootRef]
}

const kidsOf = (dict: PDFDict): PDFArray => {
  const kids = dict.lookup(PDFName.of('K'))
  if (kids instanceof PDFArray) return kids.clone()
  const only = dict.get(PDFName.of('K'))
  return dict.context.obj(only ? [only] : [])
}

/** The parent tree with an entry more for each page, and the key that is free after them (ISO 32000-1, 14.7.4.4). */
const growParentTree = (appended: Appended, root: PDFDict, entries: [key: number, elements: PDFRef[]][]): void => {
  const { context } = root
  const old = root.lookup(PDFName.of('ParentTree'))
  const tree = old instanceof PDFDict ? old.clone() : context.obj({ Nums: [] })
  const numbers = entries.flatMap(([key, elements]) => [PDFNumber.of(key), context.obj(elements)])
  const kids = tree.lookup(PDFName.of('Kids'))
  if (kids instanceof PDFArray) {
    const limits = [entries[0]?.[0] ?? 0, entries.at(-1)?.[0] ?? 0]
    const grown = kids.clone()
    grown.push(appended.add(context.obj({ Limits: limits, Nums: numbers })))
    tree.set(PDFName.of('Kids'), grown)
  } else {
    const found = tree.lookup(PDFName.of('Nums'))
    const grown = found instanceof PDFArray ? found.clone() : context.obj([])
    for (const one of numbers) grown.push(one)
    tree.set(PDFName.of('Nums'), grown)
  }
  root.set(PDFName.of('ParentTree'), appended.add(tree))
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of((entries.at(-1)?.[0] ?? 0) + 1))
}

/** Tags new pages in a form that is tagged: a section for each question, with a heading and its paragraphs. */
export const writeTags = (appended: Appended, { document, nextStructParent }: Base, pages: TaggedPage[]): void => {
  const { catalog, context } = document
  const rootRef = catalog.get(PDFName.of('StructTreeRoot'))
  if (!(rootRef instanceof PDFRef)) return
  const root = appended.change(rootRef, context.lookup(rootRef, PDFDict))
  const [element, trunkRef] = findTrunk(root, rootRef)
  const trunk = appended.change(trunkRef, element)
  const kids = kidsOf(trunk)
  const sections = new Map<string, { ref: PDFRef; kids: PDFArray }>()
  const sectionFor = (question: string) => {
    const known = sections.get(question)
    if (known) return known
    const dict = context.obj({ Type: 'StructElem', S: 'Sect', P: trunkRef, K: [] })
    const section = { ref: appended.add(dict), kids: dict.lookup(PDFName.of('K'), PDFArray) }
    sections.set(question, section)
    kids.push(section.ref)
    return section
  }
  const entries = pages.map(({ dict, ref, groups }, index): [number, PDFRef[]] => {
    const elements = groups.map(({ question, group }, id) => {
      const section = sectionFor(question)
      const role = group[0]?.bold ? 'H2' : 'P'
      const made = appended.add(context.obj({ Type: 'StructElem', S: role, P: section.ref, Pg: ref, K: id }))
      section.kids.push(made)
      return made
    })
    dict.set(PDFName.of('StructParents'), PDFNumber.of(nextStructParent + index))
    return [nextStructParent + index, elements]
  })
  trunk.set(PDFName.of('K'), kids)
  growParentTree(appended, root, entries)
}
