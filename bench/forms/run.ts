import type { Figure } from '../bars.ts'
import type { FormKind } from './material/drawForm.ts'
import type { Row } from './rows.ts'

/** What measurements of forms share: the form's files, a folder of their own, and whether few rounds will do. */
export type FormRun = {
  folder: string
  forms: Record<FormKind, string>
  quick: boolean
}

/** What a measurement found. */
export type Found = { rows: Row[]; figures: Figure[] }
