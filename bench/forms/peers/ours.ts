import { formFonts } from '../../../src/consultation/formFonts.ts'
import { fill } from '../../../src/pdf/fill.ts'
import { type PreparedForm, prepareForm } from '../../../src/pdf/prepareForm.ts'
import { answersOf, boxesFor, questionnaire } from './ourPack.ts'
import type { BenchForm, Prepare } from './peer.ts'

/** No response of the bench has a reference: no form of its peers has one. */
export const marks = { reference: null, title: 'Response form' }

/** The bench's form, made ready by the product itself. */
export const prepareOurs = async ({ kind, bytes }: BenchForm): Promise<PreparedForm> =>
  prepareForm({ official: bytes, boxes: boxesFor(kind), questionnaire, fonts: await formFonts(), title: marks.title })

/** The product, its bytes joined into one array as every peer gives them. */
export const ours: Prepare = async (form) => {
  const prepared = await prepareOurs(form)
  return (response) => fill(prepared, answersOf(response), marks).bytes
}

/** The same with its two parts left apart, as an answer over HTTP is written: what the fill itself costs. */
export const oursInTwo: Prepare = async (form) => {
  const prepared = await prepareOurs(form)
  return (response) => fill(prepared, answersOf(response), marks).tail
}
