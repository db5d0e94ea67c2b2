import {
  PDFArray,
  PDFCatalog,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
} from 'pdf-lib'

/** Calls back for every part of the page tree with its kids that are to be found, from the leaves up; what runs in circles once. */
const eachPart = (
  context: PDFContext,
  ref: unknown,
  use: (ref: PDFRef, part: PDFDict, kids: PDFRef[] | null) => void,
  seen = new Set<PDFRef>(),
): void => {
  const part = ref instanceof PDFRef ? context.lookup(ref) : undefined
  if (!(ref instanceof PDFRef) || !(part instanceof PDFDict) || seen.has(ref) || seen.size > 1e5) return
  seen.add(ref)
  const list = part.lookup(PDFName.of('Kids'))
  const type = part.get(PDFName.of('Type'))
  if (!(list instanceof PDFArray) && type !== undefined && type !== PDFName.of('Page')) return
  const kids = list instanceof PDFArray ? list.asArray().filter((kid) => kid instanceof PDFRef) : null
  for (const kid of kids ?? []) eachPart(context, kid, use, seen)
  use(ref, part, kids)
}

/** Takes the parts of a page tree for what they are where they do not say so (/Type), as readers do. */
export const nameParts = (document: PDFDocument): void => {
  const { context } = document
  const { catalog } = document as { catalog: PDFDict }
  if (!(catalog instanceof PDFCatalog)) {
    const named = PDFCatalog.fromMapWithContext(catalog.asMap(), context)
    context.assign(context.trailerInfo.Root as PDFRef, named)
    Object.assign(document, { catalog: named })
  }
  eachPart(context, catalog.get(PDFName.of('Pages')), (ref, part, kids) => {
    if (kids ? part instanceof PDFPageTree : part instanceof PDFPageLeaf) return
    const made = kids ? PDFPageTree : PDFPageLeaf
    context.assign(ref, made.fromMapWithContext(part.asMap(), context))
  })
}

/** Writes what each part of the page tree is and how many pages it has, where it says neither or something else: some readers believe it. */
export const mendPageTree = ({ catalog, context }: PDFDocument): void => {
  const counts = new Map<PDFRef, number>()
  eachPart(context, catalog.get(PDFName.of('Pages')), (ref, part, kids) => {
    const count = kids ? kids.reduce((sum, kid) => sum + (counts.get(kid) ?? 0), 0) : 1
    counts.set(ref, count)
    const type = PDFName.of(kids ? 'Pages' : 'Page')
    if (part.get(PDFName.of('Type')) !== type) part.set(PDFName.of('Type'), type)
    const said = part.lookup(PDFName.of('Count'))
    if (kids && !(said instanceof PDFNumber && said.asNumber() === count)) {
      part.set(PDFName.of('Count'), PDFNumber.of(count))
    }
  })
}
