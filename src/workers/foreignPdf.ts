import type { Consultation } from '../consultation/consultation.ts'
import { UnsoundPack } from '../consultation/problem.ts'
import type { FormValues } from '../pdf/formValues.ts'
import type { CopyName } from '../pdf/preparedForm.ts'
import { askChild, LIMITS } from './foreign/child.ts'
import { NO_BYTES } from './foreign/message.ts'
import { UnreadablePdf } from './foreign/trouble.ts'
import { makeLine } from './line.ts'

export { UnreadablePdf }

/** What one is told when too many forms are brought back at once. */
export const MANY_BROUGHT =
  'Many people are bringing a form back at this moment. Nothing is lost: try again in a minute.'

const line = makeLine(2, 30, MANY_BROUGHT)

const ask: typeof askChild = (question, asked, limits) => line.take(() => askChild(question, asked, limits))

// A server holds the answer while it reads it: the fields of an honest form are a hundredth of this.
const FIELDS_BYTES = 4 * 1024 * 1024

/** The values of a foreign PDF's fields, read in a process of its own, two at a time. Throws UnreadablePdf, Busy. */
export const foreignFields = async (bytes: Uint8Array): Promise<Record<string, string | string[]>> =>
  (await ask('readFields', { said: null, bytes }, { ...LIMITS, answerBytes: FIELDS_BYTES })).said

/** The pages and fields of a foreign PDF, read in a process of its own, two at a time. Throws UnreadablePdf, Busy. */
export const inspectForeign = async (bytes: Uint8Array) => (await ask('inspect', { said: null, bytes })).said

const unsoundForm = (error: unknown): unknown => {
  if (!(error instanceof UnreadablePdf)) return error
  const { found, remedy } = error
  const expected = 'a PDF that opens within ten seconds and 300 MB of memory'
  return new UnsoundPack([{ file: 'form.pdf', path: '', found, expected, remedy }])
}

/** `readPack` in a process of its own, for a pack that nobody has looked at yet. Throws UnsoundPack. */
export const readForeignPack = async (folder: string): Promise<Consultation> => {
  const asked = { said: { folder }, bytes: NO_BYTES }
  const { said, bytes } = await ask('readPack', asked).catch((error: unknown) => Promise.reject(unsoundForm(error)))
  if ('problems' in said) throw new UnsoundPack(said.problems)
  return { ...said, official: bytes }
}

// PDFium's code takes 200 MB of data that it never touches, and seven hundred fields take two seconds of a quiet machine.
const WITH_PDFIUM = { ...LIMITS, ms: 25_000, dataBytes: LIMITS.dataBytes + 300 * 1024 * 1024 }

/** Fills a foreign form from its fields' names, in a process of its own, and has another reader look at it. Throws UnreadablePdf. */
export const fillForeignForm = async (official: Uint8Array, values: FormValues, copy: CopyName) => {
  const { said, bytes } = await ask('fillForm', { said: { values, copy }, bytes: official }, WITH_PDFIUM)
  return { ...said, bytes }
}
