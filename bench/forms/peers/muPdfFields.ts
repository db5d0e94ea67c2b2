import * as mupdf from 'mupdf'
import { buttonPlaces } from '../material/places.ts'
import type { Response } from '../material/responses.ts'
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
  const buttons = all.filter(({ widget }) => widget.isCheckbox() || widget.isRadioButton())
  const places = buttonPlaces.map((place, index) => ({ ...place, widget: buttons[index]!.widget }))
  const chosen: Response['buttons'] = {}
  return (response) => {
    for (const { name, widget } of texts) {
      widget.setTextValue(response.texts[name] ?? '')
      widget.update()
    }
    // A choice that is toggled again is taken back, so only what changes is toggled; a tick is also toggled off.
    const before = { ...chosen }
    for (const { name, option, kind, widget } of places) {
      const [was, is] = [before[name] === option, response.buttons[name] === option]
      if (was === is || (kind === 'radio' && !is)) continue
      chosen[name] = is ? option : ''
      widget.toggle()
      widget.update()
    }
    return appendedBytes(document)
  }
}
