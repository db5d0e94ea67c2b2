import { type PDFDocument, PDFHexString, type PDFRef } from 'pdf-lib'
import type { Boxes } from '../boxes/boxes.ts'
import { type Imported, identify } from '../found/importForm.ts'
import { saveParents, structureOf } from '../found/structure.ts'
import { readIndex } from '../found/xref.ts'
import type { Typeface } from '../setting/typeface.ts'
import { tagged } from '../writing/slotContent.ts'
import { bytesOf } from '../writing/source.ts'
import { addResources } from './addResources.ts'
import type { Copy, Slot } from './copy.ts'
import { pageTreeOf, tagTreeOf } from './copyParts.ts'
import { type About, describeForm } from './describe.ts'
import { type Drawn, drawnTexts, drawnTicks, markMaps } from './drawnPlaces.ts'
import { drawValues } from './drawValues.ts'
import { dropReferences } from './dropReferences.ts'
import { flattenPage } from './flatten.ts'
import { embedFonts, openCopy } from './openCopy.ts'
import { addSlot } from './pageSlots.ts'
import { sweep } from './sweep.ts'
import { tagPlaces } from './tagPlaces.ts'

const retag = (document: PDFDocument, drawn: Drawn[]): Map<string, number> => {
  const structure = structureOf(document)
  if (!structure) return new Map()
  const named = new Map(drawn.map((place) => [`${place.name} ${place.page}`, place]))
  const ids = tagPlaces(
    document,
    structure,
    [...named].map(([name, place]) => ({ ...place, name })),
  )
  dropReferences(structure)
  saveParents(structure)
  return ids
}

const widgetsOf = (drawn: Drawn[]): Set<PDFRef> => new Set(drawn.flatMap(({ widget }) => widget?.ref ?? []))

const draw = (
  document: PDFDocument,
  drawn: Drawn[],
  ids: Map<string, number>,
  fonts: Record<string, PDFRef>,
): Map<number, Slot> => {
  const left = widgetsOf(drawn)
  const slots = new Map<number, Slot>()
  for (let page = 1; page <= document.getPageCount(); page++) {
    const here = drawn.filter((one) => one.page === page)
    const blanks = here.flatMap(({ blank }) => blank ?? [])
    const others = flattenPage(document, page - 1, left)
    const flat = [others, ...(blanks.length > 0 ? ['/Artifact BMC', ...blanks, 'EMC'] : [])].filter(Boolean).join('\n')
    if (here.length === 0 && flat === '') continue
    const own = here.flatMap(({ name }): [string, number][] => {
      const id = ids.get(`${name} ${page}`)
      return id === undefined ? [] : [[name, id]]
    })
    const marks = new Map(own)
    addResources(document.getPage(page - 1), 'Font', fonts)
    const slot = addSlot(document, page - 1, flat, bytesOf(tagged(marks, new Map())))
    slots.set(page, { object: slot.objectNumber, marks })
  }
  return slots
}

const save = async (document: PDFDocument, id: string): Promise<Uint8Array> => {
  const { context } = document
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)])
  return document.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false, rewrite: true })
}

/** Makes the copy for sending and printing: no fields, scripts, actions or foreign forms, what fields showed drawn on the pages. */
export const prepareFinal = async (
  imported: Imported,
  boxes: Boxes,
  faces: { regular: Typeface; bold: Typeface },
  about: About,
): Promise<Copy> => {
  const { document, fields, places } = await openCopy(imported.bytes, boxes, () => {})
  describeForm(document, about)
  const { fonts, resources } = embedFonts(document, faces)
  drawValues(document, fields, faces, resources)
  const { drawn: ticks, marks } = drawnTicks(document, places)
  const drawn = [...drawnTexts(places), ...ticks]
  const ids = retag(document, drawn)
  const slots = draw(document, drawn, ids, fonts)
  sweep(document, [resources])
  const id = await identify(imported.bytes, imported.index)
  const bytes = await save(document, id)
  const index = readIndex(bytes)
  const { Root, Info } = document.context.trailerInfo
  const trailer = `/Root ${Root}${Info ? `/Info ${Info}` : ''}`
  return {
    head: { bytes, startOfXref: index.startOfXref, kind: index.kind, next: index.size, trailer, id },
    resources: String(resources),
    texts: places.writing.map(() => null),
    ticks: places.ticking.map(() => null),
    tickMarks: markMaps(places, marks),
    slots,
    tree: pageTreeOf(document),
    tags: tagTreeOf(document),
  }
}
