import type { PDFDocument } from 'pdf-lib'
import { frameOf } from '../writing/frame.ts'
import { nameOf } from '../writing/slotContent.ts'
import { showAt } from '../writing/textOperators.ts'
import { checkMark } from '../writing/tickAppearance.ts'
import type { Copy } from './copy.ts'
import { stateContent } from './flatten.ts'
import type { Places } from './preparedForm.ts'
import type { TaggedPlace } from './tagPlaces.ts'

/** A place that is drawn over its page, and what stands there while nothing is filled in. */
export type Drawn = TaggedPlace & { blank: string | null }

type Mark = { place: number; page: number; content: string }

/** Every surface to write on. */
export const drawnTexts = ({ writing }: Places): Drawn[] =>
  writing.flatMap(({ surfaces, cells }, place) =>
    surfaces.map((surface, at) => {
      const { page, widget, matrix } = surface
      const frame = frameOf(surface, cells)
      return { name: nameOf.written(place, at), page, widget, blank: frame ? showAt(matrix, frame) : null }
    }),
  )

/** What each tick shows when it is chosen; and, for widgets, what the page shows when it is not. */
export const drawnTicks = (document: PDFDocument, { ticking }: Places): { drawn: Drawn[]; marks: Mark[] } => {
  const drawn: Drawn[] = []
  const marks: Mark[] = []
  for (const [place, tick] of ticking.entries()) {
    const name = nameOf.ticked(place)
    if (tick.kind === 'spot') {
      const { page, matrix } = tick.spot
      drawn.push({ name, page, widget: null, blank: null })
      marks.push({ place, page, content: showAt(matrix, checkMark(tick.spot)) })
    }
    if (tick.kind !== 'state') continue
    for (const [at, widget] of tick.widgets.entries()) {
      const { page } = widget
      if (page === null) continue
      const off = stateContent(document, page, widget, 'Off', `CRGO${place}x${at}`)
      const on = stateContent(document, page, widget, tick.state, `CRGT${place}x${at}`)
      drawn.push({ name, page, widget, blank: off })
      if (on) marks.push({ place, page, content: on })
    }
  }
  return { drawn, marks }
}

/** What ticks draw, by ticking place and page. */
export const markMaps = ({ ticking }: Places, marks: Mark[]): Copy['tickMarks'] =>
  ticking.map((_, place) => {
    const own = new Map<number, string>()
    for (const { page, content } of marks.filter((mark) => mark.place === place)) {
      own.set(page, [own.get(page), content].filter(Boolean).join('\n'))
    }
    return own.size > 0 ? own : null
  })
