import type { Places } from '../copies/preparedForm.ts'
import type { FormField } from '../found/formFields.ts'
import type { Box, Boxes } from './boxes.ts'
import type { ShownPage } from './surface.ts'
import { type TickingPlace, tickingPlace } from './tickingPlace.ts'
import { type WritingPlace, writingPlace } from './writingPlace.ts'

/** A list is ticked entry by entry and written as one: what it shows are the labels of the entries that are chosen. */
const placeOfList = (question: string, entries: Extract<TickingPlace, { kind: 'entry' }>[]): WritingPlace[] => {
  const [first] = entries
  const [surface] = first?.surfaces ?? []
  if (!first || !surface) return []
  const labels = Object.fromEntries(entries.map(({ option, value, label }) => [option, { value, label }]))
  const { field, surfaces } = first
  return [{ question, field, surfaces, measure: surface.measure, cells: 0, align: 0, entries: labels }]
}

const ofBox = (question: string, box: Box, fields: Map<string, FormField>, pages: ShownPage[]): Places => {
  if ('write' in box) return { writing: [writingPlace(question, box.write, fields, pages)], ticking: [] }
  const ticking = Object.entries(box.tick).map(([option, tick]) => ({
    question,
    option,
    ...tickingPlace(tick, fields, pages),
  }))
  const entries = ticking.filter((tick) => tick.kind === 'entry')
  const lists = new Set(entries.map(({ field }) => field))
  return {
    writing: [...lists].flatMap((list) =>
      placeOfList(
        question,
        entries.filter(({ field }) => field === list),
      ),
    ),
    ticking,
  }
}

/** Finds every place that boxes.json names on a form's pages. Throws for the first that is not there. */
export const findPlaces = ({ answers, marks }: Boxes, fields: Map<string, FormField>, pages: ShownPage[]): Places => {
  const parts = Object.entries(answers).map(([question, box]) => ofBox(question, box, fields, pages))
  const reference = marks.reference ? [writingPlace(null, marks.reference, fields, pages)] : []
  return {
    writing: [...parts.flatMap(({ writing }) => writing), ...reference],
    ticking: parts.flatMap(({ ticking }) => ticking),
  }
}
