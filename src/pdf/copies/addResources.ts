import { type PDFContext, PDFDict, PDFName, type PDFPage, type PDFRef } from 'pdf-lib'

const ownDict = (from: unknown, context: PDFContext): PDFDict =>
  from instanceof PDFDict ? from.clone() : context.obj({})

/** Adds names to a kind of a page's resources; where the page shares them with others, it gets a set of its own. */
export const addResources = (page: PDFPage, kind: 'Font' | 'XObject', names: Record<string, PDFRef>): void => {
  const { context } = page.node
  const resources = ownDict(page.node.Resources(), context)
  const some = ownDict(resources.lookup(PDFName.of(kind)), context)
  for (const [name, ref] of Object.entries(names)) some.set(PDFName.of(name), ref)
  resources.set(PDFName.of(kind), some)
  page.node.set(PDFName.of('Resources'), resources)
}
