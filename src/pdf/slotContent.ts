import type { Copy } from './copy.ts'
import type { Placement } from './placement.ts'
import type { Places } from './preparedForm.ts'
import { matrixNumbers, showWithin } from './textOperators.ts'

/** The name of a surface of a writing place, and of a ticking place, among a slot's marks. */
export const nameOf = {
  written: (place: number, surface: number) => `w${place}.${surface}`,
  ticked: (place: number) => `t${place}`,
}

const ACTUAL_TICK = '/ActualText<feff2713>'

/** What placements draw over each page of a copy, by the names of their places. */
const drawnBy = (copy: Copy, { writing }: Places, placements: Placement[]): Map<number, Map<string, string>> => {
  const pages = new Map<number, Map<string, string>>()
  const draw = (page: number, name: string, content: string) => {
    const known = pages.get(page) ?? new Map<string, string>()
    pages.set(page, known.set(name, content))
  }
  for (const placed of placements) {
    if (placed.kind === 'written' && !copy.texts[placed.place]) {
      const surface = writing[placed.place]?.surfaces[placed.surface]
      if (!surface) continue
      const content = `q ${matrixNumbers(placed.matrix)} cm\n${showWithin(surface.width, surface.height, placed.lines)}\nQ`
      draw(placed.page, nameOf.written(placed.place, placed.surface), content)
    }
    if (placed.kind === 'ticked') {
      const content = copy.tickMarks[placed.place]?.get(placed.page)
      if (content) draw(placed.page, nameOf.ticked(placed.place), content)
    }
  }
  return pages
}

/** The content of every slot that placements change; in a tagged form each place has its marked content, blank ones too. */
export const slotContents = (copy: Copy, places: Places, placements: Placement[]): Map<number, string> => {
  const contents = new Map<number, string>()
  for (const [page, drawn] of drawnBy(copy, places, placements)) {
    const marks = copy.slots.get(page)?.marks
    contents.set(page, marks && marks.size > 0 ? tagged(marks, drawn) : [...drawn.values()].join('\n'))
  }
  return contents
}

/** Marked content for every place of a page, in the order of the places; a tick says what it is. */
export const tagged = (marks: Map<string, number>, drawn: Map<string, string>): string =>
  [...marks]
    .map(([name, id]) => {
      const content = drawn.get(name) ?? ''
      return `/P <</MCID ${id}${name.startsWith('t') && content ? ACTUAL_TICK : ''}>> BDC\n${content}\nEMC`
    })
    .join('\n')
