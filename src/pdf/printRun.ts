import type { Answers } from '../questionnaire/answers.ts'
import type { PreparedForm } from './copies/preparedForm.ts'
import { refuseUnprintable } from './fill.ts'
import { continuationSize } from './placing/continuationSize.ts'
import { type Marks, place } from './placing/place.ts'
import { refuseUnprintableSlip, type Slip } from './placing/slip.ts'
import { makeRunBase, type RunBase } from './runBase.ts'
import { type Packed, packedPiece, packObjects } from './writing/objectStreams.ts'
import { type Piece, piece, writeSection } from './writing/section.ts'
import { slipContent } from './writing/slipContent.ts'
import { slotContents } from './writing/slotContent.ts'
import type { Source } from './writing/source.ts'
import { number } from './writing/textOperators.ts'
import { continuationPages } from './writing/writeContinuation.ts'

/** One response to print, and the slip that its person keeps, where there is one. */
export type RunResponse = { answers: Answers; marks: Marks; slip?: Slip | null }

/** How a run is laid out; `pause`, asked for now and then, lets others have their turn on the same thread. */
export type RunHow = { duplex: boolean; pause?: () => Promise<void> }

const AT_A_STRETCH = 5

type RunPage = { about: string; content: Source }

const bases = new WeakMap<PreparedForm, Promise<RunBase>>()

/** The base of a form's print runs, made at its first one. */
const baseOf = (prepared: PreparedForm): Promise<RunBase> => {
  const base = bases.get(prepared) ?? makeRunBase(prepared)
  bases.set(prepared, base)
  return base
}

const boxOf = ({ width, height }: { width: number; height: number }): string =>
  `/MediaBox[0 0 ${number(width)} ${number(height)}]`

/** The pages of one response: the official ones, drawn over, then those that it goes on to. */
const pagesOf = (prepared: PreparedForm, base: RunBase, { answers, marks }: RunResponse): RunPage[] => {
  refuseUnprintable(prepared, answers, marks)
  const placements = place(prepared, answers, marks)
  // Nobody reads a print run aloud: it has no tags.
  const contents = slotContents({ ...prepared.copies.final, slots: new Map() }, prepared, placements)
  const official = base.pages.map((about, at) => ({
    about,
    content: [`/P${at + 1} Do\n`, ...(contents.get(at + 1) ?? [])],
  }))
  const about = boxOf(continuationSize(prepared))
  const continued = placements.filter((placed) => placed.kind === 'continued')
  return [...official, ...continuationPages(prepared, continued, marks).map(({ content }) => ({ about, content }))]
}

const slipPage = (prepared: PreparedForm, slip: Slip): RunPage => {
  refuseUnprintableSlip(prepared, slip)
  return { about: boxOf(continuationSize(prepared)), content: slipContent(prepared, slip) }
}

/** Pages up to the front of the next sheet: a blank one more where they end on a front. */
const toNextSheet = (pages: RunPage[], { pages: [first] }: RunBase): RunPage[] =>
  pages.length % 2 === 0 ? pages : [...pages, { about: first ?? '/MediaBox[0 0 595 842]', content: [] }]

/** All pages of one response. On both sides, its slip has a sheet of its own: torn off, it must not take answers along. */
const sheetsOf = (prepared: PreparedForm, base: RunBase, response: RunResponse, duplex: boolean): RunPage[] => {
  const pages = pagesOf(prepared, base, response)
  const slip = response.slip ? [slipPage(prepared, response.slip)] : []
  return duplex ? toNextSheet([...toNextSheet(pages, base), ...slip], base) : [...pages, ...slip]
}

const DUPLEX = '/ViewerPreferences<</DisplayDocTitle true/Duplex/DuplexFlipLongEdge>>'

/**
 * One PDF to print of many responses, one after the other; with `duplex` each begins on the front of a sheet, and so does its
 * slip, a blank page before it where need be. The official pages are in it once. Throws UnprintableText; the same responses give the same bytes.
 */
export const printRun = async (
  prepared: PreparedForm,
  responses: RunResponse[],
  { duplex, pause }: RunHow,
): Promise<Uint8Array> => {
  const base = await baseOf(prepared)
  const pieces: Piece[] = []
  const objects: Packed[] = []
  const groups: string[] = []
  let next = base.head.next
  let count = 0
  for (const [at, response] of responses.entries()) {
    if (at % AT_A_STRETCH === AT_A_STRETCH - 1) await pause?.()
    const pages = sheetsOf(prepared, base, response, duplex)
    const group = next++
    const kids = pages.map(({ about, content }) => {
      const [page, stream] = [next++, next++]
      const dict = `<</Type/Page/Parent ${group} 0 R${about}/Resources ${base.resources} 0 R/Contents ${stream} 0 R>>`
      objects.push({ number: page, body: dict })
      pieces.push(packedPiece(stream, content))
      return `${page} 0 R`
    })
    const list = kids.join(' ')
    objects.push({ number: group, body: `<</Type/Pages/Parent ${base.tree} 0 R/Kids[${list}]/Count ${pages.length}>>` })
    groups.push(`${group} 0 R`)
    count += pages.length
  }
  pieces.push(piece(base.tree, `<</Type/Pages/Kids[${groups.join(' ')}]/Count ${count}>>`))
  if (duplex) pieces.push(piece(base.catalog, `<</Type/Catalog/Pages ${base.tree} 0 R${base.about}${DUPLEX}>>`))
  const packed = packObjects(objects, next)
  return writeSection(base.head, [...pieces, ...packed.pieces], packed.next, true, packed.entries).bytes
}
