import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib'
import { contentState, inverse } from './contentState.ts'

/** The object, an empty stream at first, that draws over a page; a filling writes it anew. */
export type Slots = Map<number, PDFRef>

const latin1 = new TextDecoder('latin1')

const partsOf = (page: PDFPage): PDFRef[] => {
  const own = page.node.get(PDFName.of('Contents'))
  const contents = page.node.lookup(PDFName.of('Contents'))
  const parts = contents instanceof PDFArray ? contents.asArray() : [own]
  return parts.filter(
    (part) => part instanceof PDFRef && page.node.context.lookup(part) instanceof PDFStream,
  ) as PDFRef[]
}

/** A page's content, decoded, a byte a character; null where a part of it is in a filter that nobody here reads. */
export const contentOf = (page: PDFPage): string | null => {
  try {
    return partsOf(page)
      .map((part) => page.node.context.lookup(part))
      .map((stream) => (stream instanceof PDFRawStream ? latin1.decode(decodePDFRawStream(stream).decode()) : ''))
      .join('\n')
  } catch {
    return null
  }
}

const stream = (context: PDFContext, content: string | Uint8Array): PDFRef => context.register(context.stream(content))

/** What stands before and after a page's own content, so that what follows is drawn in the page's own coordinates. */
const embrace = (page: PDFPage): { before: string; after: string } => {
  const { open, tooMany, matrix } = contentState(contentOf(page) ?? '')
  if (tooMany === 0) return { before: 'q', after: 'Q '.repeat(open + 1) }
  // A state of ours would be restored by one restoring too many: instead the matrix that is left is undone.
  const undo = inverse(matrix)
  return {
    before: '',
    after: `${'Q '.repeat(open)}${undo ? `${undo.map((part) => part.toFixed(6)).join(' ')} cm` : ''}`,
  }
}

/**
 * Closes what a page's content leaves open: whoever prints a page with its fields draws them after the content, and so where and as
 * large as it says. What it leaves of one matrix alone is undone by all readers.
 */
export const closeContent = (page: PDFPage): void => {
  const { open, tooMany } = contentState(contentOf(page) ?? '')
  if (open === 0 && tooMany === 0) return
  const { context } = page.node
  const { after } = embrace(page)
  const closing = tooMany === 0 ? 'Q '.repeat(open) : after
  page.node.set(PDFName.of('Contents'), context.obj([...partsOf(page), stream(context, closing)]))
}

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

/** Gives a page content of ours over its own (`flat`, drawn once), and a slot over that, at first `blank`; answers the slot. */
export const addSlot = (document: PDFDocument, index: number, flat: string, blank: Uint8Array): PDFRef => {
  const page = document.getPage(index)
  const { context } = document
  const { before, after } = embrace(page)
  const slot = stream(context, blank)
  const parts = [
    ...(before ? [stream(context, before)] : []),
    ...partsOf(page),
    stream(context, `${after}\n${flat}`),
    slot,
  ]
  page.node.set(PDFName.of('Contents'), context.obj(parts))
  return slot
}
