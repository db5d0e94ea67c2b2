import { type PDFDict, type PDFDocument, PDFName, PDFNumber } from 'pdf-lib'
import type { Boxes } from '../boxes/boxes.ts'
import type { FormField } from '../found/formFields.ts'
import { type Imported, identify } from '../found/importForm.ts'
import { saveParents, structureOf } from '../found/structure.ts'
import type { Typeface } from '../setting/typeface.ts'
import { watchChanges } from '../writing/changes.ts'
import { setTextOf, tickPieces } from '../writing/fieldPieces.ts'
import { type Head, writeSection } from '../writing/section.ts'
import { nameOf, tagged } from '../writing/slotContent.ts'
import { bytesOf } from '../writing/source.ts'
import { showAt } from '../writing/textOperators.ts'
import { checkMark } from '../writing/tickAppearance.ts'
import { addResources } from './addResources.ts'
import type { Copy, Slot } from './copy.ts'
import { pageTreeOf, tagTreeOf } from './copyParts.ts'
import { type About, describeForm } from './describe.ts'
import { drawValues } from './drawValues.ts'
import { embedFonts, type OpenCopy, openCopy } from './openCopy.ts'
import { addSlot, closeContent } from './pageSlots.ts'
import type { Places } from './preparedForm.ts'
import { tagPlaces } from './tagPlaces.ts'

const PRINTED = 4

/** An answer must be on paper too: some widgets are made for the screen alone. */
const letPrint = (dict: PDFDict): void => {
  const flags = dict.lookup(PDFName.of('F'))
  const set = flags instanceof PDFNumber ? flags.asNumber() : 0
  if ((set & PRINTED) === 0) dict.set(PDFName.of('F'), PDFNumber.of(set | PRINTED))
}

const letUsedPrint = ({ writing, ticking }: Places): void => {
  for (const { surfaces } of writing) for (const { widget } of surfaces) if (widget) letPrint(widget.dict)
  for (const tick of ticking)
    if (tick.kind === 'state') for (const { dict, page } of tick.widgets) if (page !== null) letPrint(dict)
}

/** What is drawn over pages, as nothing on them can be filled in: areas and spots. */
const drawnPlaces = ({ writing, ticking }: Places) => [
  ...writing.flatMap(({ field, surfaces }, place) =>
    field ? [] : surfaces.map(({ page }, at) => ({ name: nameOf.written(place, at), page, widget: null })),
  ),
  ...ticking.flatMap((tick, place) =>
    tick.kind === 'spot' ? [{ name: nameOf.ticked(place), page: tick.spot.page, widget: null }] : [],
  ),
]

const addSlots = (
  document: PDFDocument,
  places: Places,
  fonts: Parameters<typeof addResources>[2],
): Map<number, Slot> => {
  const drawn = drawnPlaces(places)
  const structure = drawn.length > 0 ? structureOf(document) : null
  const ids = structure ? tagPlaces(document, structure, drawn) : new Map<string, number>()
  if (structure) saveParents(structure)
  const pages = [...new Set(drawn.map(({ page }) => page))]
  return new Map(
    pages.map((page) => {
      const marks = new Map(
        drawn
          .filter((one) => one.page === page && ids.has(one.name))
          .map(({ name }) => [name, ids.get(name) as number]),
      )
      addResources(document.getPage(page - 1), 'Font', fonts)
      const slot = addSlot(document, page - 1, '', bytesOf(tagged(marks, new Map())))
      return [page, { object: slot.objectNumber, marks }]
    }),
  )
}

const closeOthers = (document: PDFDocument, fields: FormField[], slots: Map<number, Slot>): void => {
  const pages = new Set(fields.flatMap(({ widgets }) => widgets.flatMap(({ page }) => page ?? [])))
  for (const page of pages) if (!slots.has(page)) closeContent(document, page - 1)
}

/** The bytes of a form with a section more in which everything stands that fillings need. */
const append = async (
  { bytes, index }: Imported,
  { context }: PDFDocument,
  changes: ReturnType<typeof watchChanges>,
): Promise<Head> => {
  const { Root, Info } = context.trailerInfo
  const head: Head = {
    bytes,
    startOfXref: index.startOfXref,
    kind: index.kind,
    next: Math.max(index.size, context.largestObjectNumber + 1),
    trailer: `/Root ${Root}${Info ? `/Info ${Info}` : ''}`,
    id: await identify(bytes, index),
  }
  const section = writeSection(head, changes(), head.next)
  const whole = new Uint8Array(bytes.length + section.bytes.length)
  whole.set(bytes)
  whole.set(section.bytes, bytes.length)
  return { ...head, bytes: whole, startOfXref: section.startOfXref, next: section.next }
}

/** Makes the copy whose fields can be filled on: the imported bytes, untouched, and a section with fonts and slots after them. */
export const prepareFillable = async (
  imported: Imported,
  boxes: Boxes,
  faces: { regular: Typeface; bold: Typeface },
  about: About,
): Promise<Copy & Pick<OpenCopy, 'places' | 'pages'>> => {
  let changes: ReturnType<typeof watchChanges> = () => []
  // The numbers of cross-reference streams and the like are taken, though nothing refers to them.
  const opened = await openCopy(imported.bytes, boxes, ({ context }) => {
    context.largestObjectNumber = Math.max(context.largestObjectNumber, imported.index.size - 1)
    changes = watchChanges(context)
  })
  const { document, places, pages } = opened
  describeForm(document, about)
  letUsedPrint(places)
  const { fonts, resources } = embedFonts(document, faces)
  drawValues(document, opened.fields, faces, resources)
  const slots = addSlots(document, places, fonts)
  closeOthers(document, opened.fields, slots)
  const empty = () => document.context.register(document.context.stream(''))
  const looks = places.writing.map(({ field, surfaces }) => (field ? surfaces.map(empty) : []))
  const head = await append(imported, document, changes)
  const named = String(resources)
  return {
    head,
    resources: named,
    texts: places.writing.map((place, at) => {
      const { field } = place
      return field ? setTextOf({ ...place, field }, looks[at] ?? [], named) : null
    }),
    ticks: places.ticking.map((tick) => (tick.kind === 'state' ? tickPieces(tick) : null)),
    tickMarks: places.ticking.map((tick) =>
      tick.kind === 'spot' ? new Map([[tick.spot.page, showAt(tick.spot.matrix, checkMark(tick.spot))]]) : null,
    ),
    slots,
    tree: pageTreeOf(document),
    tags: tagTreeOf(document),
    places,
    pages,
  }
}
