import PDFDocument from 'pdfkit'
import { ORIGIN } from './origin.ts'
import type { Place } from './place.ts'
import { INK, SHEET, type Style } from './sheet.ts'

declare global {
  namespace PDFKit.Mixins {
    interface AnnotationOption {
      Subtype?: string
      F?: number
      structParent?: PDFStructureElement
    }
  }
}

export type Fonts = { regular: Uint8Array; bold: Uint8Array }
export type Spot = { x: number; y: number; width: number }
export type Rectangle = Spot & { height: number }

/** Draws tagged pages: each word stands in the structure tree in reading order, each rule and frame is an artifact. */
export class Pen {
  readonly places: Place[] = []
  readonly #document: PDFKit.PDFDocument
  readonly #root: PDFKit.PDFStructureElement
  #element: PDFKit.PDFStructureElement

  constructor(fonts: Fonts, language: string, about: { title: string; subject: string }) {
    const size = [SHEET.width, SHEET.height]
    const tagged = { pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true } as const
    const info = { ...FIXED, Title: about.title, Subject: about.subject }
    // Not compressed here: zlib's output differs from machine to machine (see compress.ts).
    this.#document = new PDFDocument({ ...tagged, size, margin: 0, compress: false, autoFirstPage: false, info })
    this.#document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold)
    this.#root = this.#element = this.#document.struct('Document')
    this.#document.addStructure(this.#root)
  }

  page(): void {
    this.#document.addPage()
  }

  /** The height in points of words set to a width. */
  heightOf(text: string, style: Style, width: number): number {
    return this.#style(style).heightOfString(text, { width, lineGap: this.#lineGap(style) })
  }

  widthOf(text: string, style: Style): number {
    return this.#style(style).widthOfString(text)
  }

  /** A structure element round all that `inside` draws. */
  element(tag: string, inside: () => void): void {
    const outer = this.#element
    const inner = this.#document.struct(tag)
    outer.add(inner)
    this.#element = inner
    inside()
    inner.end()
    this.#element = outer
  }

  /** Words in the element that is open. */
  say(text: string, style: Style, spot: Spot): void {
    this.#element.add(() => this.#set(text, style, spot))
  }

  /** Words in an element of their own. */
  write(tag: string, text: string, style: Style, spot: Spot): void {
    this.element(tag, () => this.say(text, style, spot))
  }

  /** Words that are no part of what is read: running heads and feet. */
  margin(text: string, style: Style, spot: Spot, align: 'left' | 'right' = 'left'): void {
    this.#artifact('Pagination', () => this.#set(text, style, spot, align))
  }

  rule(x: number, y: number, width: number): void {
    const line = () => this.#document.moveTo(x, y).lineTo(x + width, y)
    this.#artifact('Layout', () => line().lineWidth(0.5).stroke(INK.hairline))
  }

  /** The outline of a box, inside its rectangle. */
  frame({ x, y, width, height }: Rectangle, ink: string = INK.frame): void {
    const outline = () => this.#document.rect(x + 0.4, y + 0.4, width - 0.8, height - 0.8)
    this.#artifact('Layout', () => outline().lineWidth(0.8).stroke(ink))
  }

  /** A place for a field, with its Form element where the reader is; the field itself is made from `places` later. */
  place(place: Place, { x, y, width, height }: Rectangle): void {
    this.places.push(place)
    const form = this.#document.struct('Form')
    this.#element.add(form)
    this.#document.annotate(x, y, width, height, { Subtype: 'Widget', F: PRINT, structParent: form })
    form.end()
  }

  /** The drawn pages as a PDF. */
  async finish(): Promise<Uint8Array> {
    this.#root.end()
    this.#document.end()
    const chunks: Uint8Array[] = []
    for await (const chunk of this.#document) chunks.push(chunk as Uint8Array)
    return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer())
  }

  #artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.#document.markContent('Artifact', { type })
    draw()
    this.#document.endMarkedContent()
  }

  #set(text: string, style: Style, { x, y, width }: Spot, align: 'left' | 'right' = 'left'): void {
    const ink = style.grey ? INK.grey : INK.black
    this.#style(style)
      .fillColor(ink)
      .text(text, x, y, { width, align, lineGap: this.#lineGap(style) })
  }

  #style({ face, size }: Style): PDFKit.PDFDocument {
    return this.#document.font(face).fontSize(size)
  }

  #lineGap(style: Style): number {
    return style.leading - this.#style(style).currentLineHeight(true)
  }
}

/** ISO 32000-1, table 165: the annotation is printed with the page. */
const PRINT = 4

/** The same input gives the same bytes: no hour of drawing. The day is that of the first stand-in. */
const FIXED = { CreationDate: new Date('2026-11-22T00:00:00Z'), ...ORIGIN }
