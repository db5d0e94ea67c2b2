import { type PDFContext, type PDFDocument, PDFName, type PDFRef, PDFString } from 'pdf-lib'
import { emptyLook, tickLooks } from './appearances.ts'
import type { Place, TickPlace, WritePlace } from './place.ts'
import { enter, type Widget, widgetsOf, words } from './widget.ts'

/** ISO 32000-1, tables 226 and 228: one of several buttons; text of several lines. */
const RADIO = 0x8000
const MULTILINE = 0x1000

type Drawn<Kind extends Place> = { widget: Widget; place: Kind }
type Looks = ReturnType<typeof tickLooks>

const isTick = (drawn: Drawn<Place>): drawn is Drawn<TickPlace> => drawn.place.kind === 'tick'

const writeField = (context: PDFContext, { widget, place }: Drawn<WritePlace>): PDFRef => {
  const { dictionary, width, height } = widget
  enter(dictionary, { FT: 'Tx', T: PDFString.of(place.field), TU: words(place.says) })
  if (place.lines === 'many') enter(dictionary, { Ff: MULTILINE })
  enter(dictionary, { DA: PDFString.of(`/Helv ${place.size} Tf 0 g`), AP: { N: emptyLook(context, width, height) } })
  return widget.reference
}

const dressTick = ({ widget, place }: Drawn<TickPlace>, parent: PDFRef, looks: Looks): void => {
  enter(widget.dictionary, {
    Parent: parent,
    TU: words(`${place.says}: ${place.label}`),
    AS: 'Off',
    AP: { N: { [place.option]: looks.chosen, Off: looks.off } },
    DA: PDFString.of('/ZaDb 0 Tf 0 g'),
    MK: { CA: PDFString.of('4') },
  })
  if (place.group === 'any-of') enter(widget.dictionary, { FT: 'Btn', T: PDFString.of(place.option) })
}

/** One field of buttons for one-of; for any-of a parent with a check box for each option. */
const tickField = (context: PDFContext, ticks: Drawn<TickPlace>[]): PDFRef => {
  const [{ place, widget }] = ticks as [Drawn<TickPlace>]
  const own = place.group === 'one-of' ? { FT: 'Btn', Ff: RADIO } : {}
  const kids = ticks.map((tick) => tick.widget.reference)
  const parent = context.register(
    context.obj({ ...own, T: PDFString.of(place.question), TU: words(place.says), Kids: kids }),
  )
  const looks = tickLooks(context, widget.width)
  for (const tick of ticks) dressTick(tick, parent, looks)
  return parent
}

const standardFont = (context: PDFContext, BaseFont: string, encoding: { Encoding?: string }): PDFRef =>
  context.register(context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont, ...encoding }))

/** Makes the widgets of a drawn document into the fields of a form; `places` in the order in which they were drawn. */
export const addFields = (document: PDFDocument, places: Place[]): void => {
  const { context, catalog } = document
  const drawn = widgetsOf(document).map((widget, at): Drawn<Place> => ({ widget, place: places[at]! }))
  const ticks = Map.groupBy(drawn.filter(isTick), ({ place }) => place.question)
  const fields = drawn.flatMap((each) => {
    if (each.place.kind === 'write') return [writeField(context, { widget: each.widget, place: each.place })]
    const group = ticks.get(each.place.question)!
    return group[0]?.widget === each.widget ? [tickField(context, group)] : []
  })
  const Helv = standardFont(context, 'Helvetica', { Encoding: 'WinAnsiEncoding' })
  const ZaDb = standardFont(context, 'ZapfDingbats', {})
  const form = { Fields: fields, DA: PDFString.of('/Helv 11 Tf 0 g'), DR: { Font: { Helv, ZaDb } } }
  catalog.set(PDFName.of('AcroForm'), context.register(context.obj(form)))
  for (const page of document.getPages()) enter(page.node, { Tabs: 'S' })
}
