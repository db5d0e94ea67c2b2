import * as mupdf from 'mupdf'
import { appendedBytes } from './muPdfBytes.ts'
import type { BenchForm, FillOnce } from './peer.ts'

/** Every widget with its name; its page is held too, for a page that nobody holds is freed, and its widgets with it. */
const widgetsOf = (document: mupdf.PDFDocument) =>
  Array.from({ length: document.countPages() }, (_, index) => document.loadPage(index)).flatMap((page) =>
    page.getWidgets().map((widget) => ({ page, widget, name: widget.getName() })),
  )

/** MuPDF's own fields and appearances, opened once: each fill sets all fields anew. */
export const muPdfFields = ({ bytes }: BenchForm): FillOnce => {
  const document = new mupdf.PDFDocument(bytes)
  const all = widgetsOf(document)
  const texts = all.filter(({ widget }) => widget.isText())
  const ticks = all.filter(({ widget }) => widget.isCheckbox())
  const radios = all.filter(({ widget }) => widget.isRadioButton())
  const ticked = new Set<string>()
  const toggle = (widget: mupdf.PDFWidget) => {
    widget.toggle()
    widget.update()
  }
  return (response) => {
    for (const { name, widget } of texts) {
      widget.setTextValue(response.texts[name] ?? '')
      widget.update()
    }
    for (const { name, widget } of ticks) {
      if (ticked.has(name) === (response.buttons[name] !== '')) continue
      ticked.has(name) ? ticked.delete(name) : ticked.add(name)
      toggle(widget)
    }
    // The two widgets of a choice come in the order in which they stand: "yes" first.
    for (const [index, { name, widget }] of radios.entries())
      if ((response.buttons[name] === 'yes') === (index % 2 === 0)) toggle(widget)
    return appendedBytes(document)
  }
}
