import { PDFArray, type PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFRef, PDFStream } from 'pdf-lib'
import { appearanceOf } from '../found/appearance.ts'
import { annotationsOf, type Node } from '../found/fieldTree.ts'
import type { Rect } from '../placing/placement.ts'
import { showAt } from '../writing/textOperators.ts'
import { addResources } from './addResources.ts'

const PRINTED = 4 // ISO 32000-1, table 165
const UNSEEN = 2 | 32

const rectOf = (dict: PDFDict): Rect => {
  const sides = dict.lookup(PDFName.of('Rect'))
  const { x, y, width, height } =
    sides instanceof PDFArray && sides.size() === 4 ? sides.asRectangle() : { x: 0, y: 0, width: 0, height: 0 }
  return { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) }
}

const isPrinted = ({ dict }: Node): boolean => {
  const flags = dict.lookup(PDFName.of('F'))
  const set = flags instanceof PDFNumber ? flags.asNumber() : 0
  return (set & PRINTED) !== 0 && (set & UNSEEN) === 0 && dict.get(PDFName.of('Subtype')) !== PDFName.of('Popup')
}

/** A stream to draw as a form XObject: appearances are such already, and some lack the word. */
const asForm = (document: PDFDocument, ref: PDFRef): PDFRef => {
  const stream = document.context.lookup(ref)
  if (stream instanceof PDFStream) {
    stream.dict.set(PDFName.of('Type'), PDFName.of('XObject'))
    stream.dict.set(PDFName.of('Subtype'), PDFName.of('Form'))
  }
  return ref
}

/**
 * Content for a page that draws what its annotations show on paper, as pagination-free artifacts; those in `left` are left to the caller,
 * who draws them otherwise. Takes every annotation off the page.
 */
export const flattenPage = (document: PDFDocument, index: number, left: Set<PDFRef>): string => {
  const page = document.getPage(index)
  const drawn = annotationsOf(page.node).flatMap((annotation, at): string[] => {
    const look =
      left.has(annotation.ref) || !isPrinted(annotation) ? null : appearanceOf(annotation.dict, rectOf(annotation.dict))
    if (!look) return []
    addResources(page, 'XObject', { [`CRGA${at}`]: asForm(document, look.ref) })
    return [showAt(look.matrix, `/CRGA${at} Do`)]
  })
  page.node.delete(PDFName.of('Annots'))
  return drawn.length > 0 ? `/Artifact BMC\n${drawn.join('\n')}\nEMC` : ''
}

/** Registers a widget's appearance in a state with its page, under a name; answers what draws it, or null. */
export const stateContent = (
  document: PDFDocument,
  page: number,
  widget: Node & { box: Rect },
  state: string,
  name: string,
): string | null => {
  const look = appearanceOf(widget.dict, widget.box, state)
  if (!look) return null
  addResources(document.getPage(page - 1), 'XObject', { [name]: asForm(document, look.ref) })
  return showAt(look.matrix, `/${name} Do`)
}
