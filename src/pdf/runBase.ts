import { zlibSync } from 'fflate'
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRef,
} from 'pdf-lib'
import type { PreparedForm } from './copies/preparedForm.ts'
import { sweep } from './copies/sweep.ts'
import { openForm } from './found/openForm.ts'
import { contentOf } from './found/pageContent.ts'
import { shownPages } from './found/shownPages.ts'
import { readIndex } from './found/xref.ts'
import { openDict } from './writing/ascii.ts'
import type { Head } from './writing/section.ts'

/** What a print run is appended to: a PDF without pages, with the official ones as drawings that every response shares. */
export type RunBase = {
  head: Head
  /** The objects of the page tree's root, the catalogue, and the resources of every page. */
  tree: number
  catalog: number
  resources: number
  /** What the catalogue says besides its pages, as PDF source. */
  about: string
  /** What each official page says of itself beside its content. */
  pages: string[]
}

const latin1Bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** A page's content without its slot, as a form XObject in the page's own coordinates. */
const asDrawing = (document: PDFDocument, page: PDFPage, box: number[], slotted: boolean): PDFRef => {
  const { context } = document
  const parts = page.node.lookup(PDFName.of('Contents'))
  if (slotted && parts instanceof PDFArray) parts.remove(parts.size() - 1)
  const content = contentOf(page)
  if (content === null) throw new Error('A page of the form is compressed in a way that cannot be read')
  const own = page.node.Resources() ?? context.obj({})
  const resources: PDFObject = context.getObjectRef(own) ?? context.register(own)
  const dict = { Type: 'XObject', Subtype: 'Form', BBox: box, Resources: resources, Filter: 'FlateDecode' }
  return context.register(context.stream(zlibSync(latin1Bytes(content)), dict))
}

/** The XObjects of ours that draw ticks, by their names: they differ from place to place, so that one set serves all pages. */
const ticksOf = (page: PDFPage): [string, PDFObject][] => {
  const objects = page.node.Resources()?.lookup(PDFName.of('XObject'))
  if (!(objects instanceof PDFDict)) return []
  return objects
    .entries()
    .flatMap(([name, ref]) => (name.decodeText().startsWith('CRGT') ? [[name.decodeText(), ref]] : []))
}

/** Makes the base of print runs from a form's final copy. */
export const makeRunBase = async ({ copies: { final } }: PreparedForm): Promise<RunBase> => {
  const document = await openForm(final.head.bytes)
  const { context, catalog } = document
  const fonts = context.lookup(refOf(final.resources), PDFDict).lookup(PDFName.of('Font'), PDFDict)
  const shown = shownPages(document)
  const pages = document.getPages()
  const ticks = pages.flatMap(ticksOf)
  const boxes = shown.map(({ left, low, right, high }) => [left, low, right, high])
  const drawings = pages.map((page, at) => asDrawing(document, page, boxes[at] ?? [], final.slots.has(at + 1)))
  const named = drawings.map((ref, at): [string, PDFObject] => [`P${at + 1}`, ref])
  const resources = context.register(context.obj({ Font: fonts, XObject: Object.fromEntries([...named, ...ticks]) }))
  const tree = context.register(context.obj({ Type: 'Pages', Kids: [], Count: 0 }))
  const root = context.obj({ Type: 'Catalog', Pages: tree })
  for (const key of ['Lang', 'OCProperties', 'OutputIntents']) {
    const found = catalog.get(PDFName.of(key))
    if (found) root.set(PDFName.of(key), found)
  }
  const about = openDict(root, 'Type', 'Pages').slice(2)
  const rootRef = context.register(root)
  context.trailerInfo.Root = rootRef
  sweep(document, [resources])
  context.trailerInfo.ID = context.obj([PDFHexString.of(final.head.id), PDFHexString.of(final.head.id)])
  const options = { useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false, rewrite: true }
  const bytes = await document.save(options)
  const index = readIndex(bytes)
  const { Info } = context.trailerInfo
  const trailer = `/Root ${rootRef}${Info ? `/Info ${Info}` : ''}`
  return {
    head: { bytes, startOfXref: index.startOfXref, kind: index.kind, next: index.size, trailer, id: final.head.id },
    tree: tree.objectNumber,
    catalog: rootRef.objectNumber,
    resources: resources.objectNumber,
    about,
    pages: shown.map(({ turn }, at) => `/MediaBox[${(boxes[at] ?? []).join(' ')}]/Rotate ${turn}`),
  }
}

const refOf = (reference: string): PDFRef => {
  const [number = 0, generation = 0] = reference.split(' ').map(Number)
  return PDFRef.of(number, generation)
}
