import * as mupdf from 'mupdf'
import { buttonPlaces, textPlaces } from '../material/places.ts'
import { SIZE } from './embeddedFont.ts'
import { appendedBytes } from './muPdfBytes.ts'
import type { BenchForm, FillOnce } from './peer.ts'

/** MuPDF's own way to write on flat pages: a note of free text on each area, which it lays out itself; an X on each spot. */
export const muPdfNotes = ({ bytes }: BenchForm): FillOnce => {
  const document = new mupdf.PDFDocument(bytes)
  const pages = Array.from({ length: document.countPages() }, (_, index) => document.loadPage(index))
  const notes = [...textPlaces, ...buttonPlaces].map((place) => {
    const { page, x, y, width, height } = place.area
    const sheet = pages[page - 1]!
    const note = sheet.createAnnotation('FreeText')
    note.setRect([x, y, x + width, y + height])
    note.setDefaultAppearance('Helv', SIZE, [0])
    note.setBorderWidth(0)
    // A page that nobody holds is freed, and its notes with it.
    return { place, note, sheet, said: '' }
  })
  return ({ texts, buttons }) => {
    for (const one of notes) {
      const { place, note } = one
      const says = 'option' in place ? (buttons[place.name] === place.option ? 'X' : '') : (texts[place.name] ?? '')
      if (says === one.said) continue
      one.said = says
      note.setContents(says)
      note.update()
    }
    return appendedBytes(document)
  }
}
