import { PDFName } from 'pdf-lib'
import { type FormField, optionsOf, type Widget } from '../found/formFields.ts'
import type { Rect } from '../placing/placement.ts'
import type { TickBox } from './boxes.ts'
import { type Matrix, matrixOfArea, rectOf, type ShownPage } from './surface.ts'
import { type Surface, surfaceOf } from './writingPlace.ts'

/** A spot on a page where a tick is drawn, upright, of a width and height in points. */
export type Spot = { page: number; box: Rect; matrix: Matrix; width: number; height: number }

/** What is set for one option: a button's state (`already` where the blank form has it), an entry of a list, or a tick on a spot of the page. */
export type Ticking =
  | { kind: 'state'; field: FormField; state: string; widgets: Widget[]; already: boolean }
  | { kind: 'entry'; field: FormField; value: string; label: string; surfaces: Surface[] }
  | { kind: 'spot'; spot: Spot }

/** What is set for an option of a question. */
export type TickingPlace = { question: string; option: string } & Ticking

const SIZES = { size: 10, minimum: 9 }

const inField = (name: string, value: string, field: FormField | undefined): Ticking => {
  if (field?.kind === 'choice') {
    const entry = optionsOf(field).find((one) => one.value === value)
    if (!entry) throw new Error(`"${name}" has no entry "${value}" on the form`)
    const surfaces = field.widgets.flatMap((widget) => surfaceOf(widget, { field: name, ...SIZES }, !field.list) ?? [])
    return { kind: 'entry', field, ...entry, surfaces }
  }
  const states = field?.widgets ?? []
  // Unticked is what a button shows that has no state: to see that nothing is chosen there is nothing to look for.
  if (field && value === 'Off' && states.length > 0)
    return { kind: 'state', field, state: 'Off', widgets: states, already: true }
  const state = (states.find((one) => one.value === value) ?? states.find((one) => one.state === value))?.state
  if (!field || state === undefined) throw new Error(`"${name}" has no state "${value}" on the form`)
  const widgets = states.filter((one) => one.state === state)
  const already = widgets.some(({ dict }) => dict.get(PDFName.of('AS')) === PDFName.of(state))
  return { kind: 'state', field, state, widgets, already }
}

/** Finds what is set for an option. Throws when the form has no such field, state, entry or page. */
export const tickingPlace = (tick: TickBox, fields: Map<string, FormField>, pages: ShownPage[]): Ticking => {
  if ('field' in tick) return inField(tick.field, tick.value, fields.get(tick.field))
  const { spot } = tick
  const page = pages[spot.page - 1]
  if (!page) throw new Error(`The form has no page ${spot.page}`)
  const { width, height } = spot
  const matrix = matrixOfArea(spot, page)
  return { kind: 'spot', spot: { page: spot.page, box: rectOf(matrix, width, height), matrix, width, height } }
}
