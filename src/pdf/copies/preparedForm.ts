import type { Questionnaire } from '../../questionnaire/questionnaire.ts'
import type { Boxes } from '../boxes/boxes.ts'
import type { TickingPlace } from '../boxes/tickingPlace.ts'
import type { WritingPlace } from '../boxes/writingPlace.ts'
import type { Imported } from '../found/importForm.ts'
import type { Typeface } from '../setting/typeface.ts'
import type { Copy } from './copy.ts'

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
