import type { FormKind } from '../material/drawForm.ts'
import type { Response, Text } from '../material/responses.ts'

/** Fills the form that was prepared with one person's answers; nothing of the person before is left in it. */
export type FillOnce = (response: Response) => Uint8Array | Promise<Uint8Array>

/** The bench's form, as its maker published it. */
export type BenchForm = { kind: FormKind; bytes: Uint8Array }

/** One way to fill forms: does, untimed, all that need not be done again for each person. */
export type Prepare = (form: BenchForm, text: Text) => Promise<FillOnce>
