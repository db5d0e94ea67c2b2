import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Base } from './base.ts'
import type { Boxes } from './boxes.ts'
import type { FormField, Widget } from './formFields.ts'
import type { Typeface } from './typeface.ts'
import type { WritingPlace } from './writingPlace.ts'

/** A button to set for one option: the field, its export value's widgets, and the state they take. */
export type TickingPlace = { field: FormField; state: string; widgets: Widget[] }

/** The official form, read and made ready once: what is where on it, and bytes that fills are appended to. */
export type PreparedForm = {
  questionnaire: Questionnaire
  boxes: Boxes
  pages: { width: number; height: number }[]
  regular: Typeface
  bold: Typeface
  writing: WritingPlace[]
  ticking: Record<string, Record<string, TickingPlace>>
  base: Base
}
