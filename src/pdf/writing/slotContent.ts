import type { Copy } from '../copies/copy.ts'
import type { Places } from '../copies/preparedForm.ts'
import type { Placement } from '../placing/placement.ts'
import type { Source } from './source.ts'
import { matrixNumbers, showWithin } from './textOperators.ts'

/** The name of a surface of a writing place, and of a ticking place, among a slot's marks. */
export const nameOf = {
  written: (place: number, surface: number) => `w${place}.${surface}`,
  ticked: (place: number) => `t${place}`,
}

const ACTUAL_TICK = '/ActualText<feff2713>'

/** What placements draw over each page of a copy, by the names of their places. */
const drawnBy = (copy: Copy, { writing }: Places, placements: Placement[]): Map<number, Map<string, Source>> => {
  const pages = new Map<number, Map<string, Source>>()
  const draw = (page: number, name: string, content: Source) => {
    const known = pages.get(page) ?? new Map<string, Source>()
    pages.set(page, known.set(name, content))
  }
  for (const placed of placements) {
    if (placed.kind === 'written' && !copy.texts[placed.place]) {
      const surface = writing[placed.place]?.surfaces[placed.surface]
      if (!surface) continue
      const content = showWithin(surface.width, surface.height, placed.lines)
      const name = nameOf.written(placed.place, placed.surface)
      draw(placed.page, name, [`q ${matrixNumbers(placed.matrix)} cm\n`, ...content, '\nQ\n'])
    }
    if (placed.kind === 'ticked') {
      const content = copy.tickMarks[placed.place]?.get(placed.page)
      if (content) draw(placed.page, nameOf.ticked(placed.place), [content, '\n'])
    }
  }
  return pages
}

/** The content of every slot that placements change; in a tagged form each place has its marked content, blank ones too. */
export const slotContents = (copy: Copy, places: Places, placements: Placement[]): Map<number, Source> => {
  const contents = new Map<number, Source>()
  for (const [page, drawn] of drawnBy(copy, places, placements)) {
    const marks = copy.slots.get(page)?.marks
    contents.set(page, marks && marks.size > 0 ? tagged(marks, drawn) : [...drawn.values()].flat())
  }
  return contents
}

/** Marked content for every place of a page, in the order of the places; a tick says what it is. */
export const tagged = (marks: Map<string, number>, drawn: Map<string, Source>): Source =>
  [...marks].flatMap(([name, id]): Source => {
    const content = drawn.get(name) ?? []
    const said = name.startsWith('t') && content.length > 0 ? ACTUAL_TICK : ''
    return [`/P <</MCID ${id}${said}>> BDC\n`, ...content, 'EMC\n']
  })
