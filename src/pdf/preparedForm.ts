import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Boxes } from './boxes.ts'
import type { Copy } from './copy.ts'
import type { Imported } from './importForm.ts'
import type { TickingPlace } from './tickingPlace.ts'
import type { Typeface } from './typeface.ts'
import type { WritingPlace } from './writingPlace.ts'

/** Which copy of a form is filled: the one whose fields can be filled on, or the final one for sending and printing. */
export type CopyName = 'fillable' | 'final'

/** Where every answer goes, in the order of boxes.json. */
export type Places = {
  writing: WritingPlace[]
  ticking: TickingPlace[]
}

/** The official form, read and made ready once: what is where on it, and two copies that answers are appended to. */
export type PreparedForm = Places & {
  questionnaire: Questionnaire
  boxes: Boxes
  /** The writing places of each question (null: of the reference), by their indexes. */
  placesOf: Map<string | null, number[]>
  /** As readers show them, in points. */
  pages: { width: number; height: number }[]
  regular: Typeface
  bold: Typeface
  imported: Pick<Imported, 'base' | 'because'>
  copies: Record<CopyName, Copy>
}
