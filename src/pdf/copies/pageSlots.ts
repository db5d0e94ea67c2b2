import { type PDFContext, type PDFDocument, PDFName, type PDFPage, type PDFRef } from 'pdf-lib'
import type { ShownPage } from '../boxes/surface.ts'
import { contentState } from '../found/contentState.ts'
import { contentOf, partsOf } from '../found/pageContent.ts'
import { shownPages } from '../found/shownPages.ts'
import { addResources } from './addResources.ts'

const stream = (context: PDFContext, content: string | Uint8Array): PDFRef => context.register(context.stream(content))

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** A page's content as one drawing, which keeps to itself whatever it leaves behind (ISO 32000-1, 8.10.1). */
const asDrawing = (document: PDFDocument, page: PDFPage, content: string): PDFRef => {
  const { context } = document
  const { left, low, right, high } = shownPages(document)[document.getPages().indexOf(page)] as ShownPage
  const Resources = page.node.Resources() ?? context.obj({})
  const dict = { Type: 'XObject', Subtype: 'Form', BBox: [left, low, right, high], Resources }
  return context.register(context.flateStream(latin1(content), dict))
}

/** A page's content so enclosed that what is drawn after it begins as if it had not been there. */
const enclose = (document: PDFDocument, page: PDFPage): PDFRef[] => {
  const { context } = document
  const content = contentOf(page) ?? ''
  const { open, tooMany } = contentState(content)
  if (tooMany === 0) return [stream(context, 'q'), ...partsOf(page), stream(context, 'Q '.repeat(open + 1))]
  // Content that restores more often than it saved would restore a state of ours, and keep what it sets after that.
  addResources(page, 'XObject', { CRGP: asDrawing(document, page, content) })
  return [stream(context, '/CRGP Do')]
}

/**
 * Closes what a page's content leaves open: whoever prints a page with its fields draws them after the content, and so where and as
 * large as it says. What it leaves outside any state is undone by all readers.
 */
export const closeContent = (document: PDFDocument, index: number): void => {
  const page = document.getPage(index)
  const { open, tooMany } = contentState(contentOf(page) ?? '')
  if (open > 0 || tooMany > 0) page.node.set(PDFName.of('Contents'), document.context.obj(enclose(document, page)))
}

/** Gives a page content of ours over its own (`flat`, drawn once), and a slot over that, at first `blank`; answers the slot. */
export const addSlot = (document: PDFDocument, index: number, flat: string, blank: Uint8Array): PDFRef => {
  const page = document.getPage(index)
  const { context } = document
  const slot = stream(context, blank)
  const parts = [...enclose(document, page), ...(flat === '' ? [] : [stream(context, flat)]), slot]
  page.node.set(PDFName.of('Contents'), context.obj(parts))
  return slot
}
