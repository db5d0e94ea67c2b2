import type { Consultation } from '../consultation/consultation.ts'
import { UnsoundPack } from '../consultation/problem.ts'
import type { CopyName } from '../pdf/copies/preparedForm.ts'
import type { FormValues } from '../pdf/formValues.ts'
import { askChild } from './foreign/child.ts'
import { NO_BYTES } from './foreign/message.ts'
import { UnreadablePdf } from './foreign/trouble.ts'
import { makeLine } from './line.ts'

export { UnreadablePdf }

/** What one is told when too many forms are brought back at once. */
export const MANY_BROUGHT =
  'Many people are bringing a form back at this moment. Nothing is lost: try again in a minute.'

const line = makeLine(2, 30, MANY_BROUGHT)

const ask: typeof askChild = (question, asked) => line.take(() => askChild(question, asked))

/** The values of a foreign PDF's fields, read in a process of its own, two at a time. Throws UnreadablePdf, Busy. */
export const foreignFields = async (bytes: Uint8Array): Promise<Record<string, string | string[]>> =>
  (await ask('readFields', { said: null, bytes })).said

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

/**
 * Fills a foreign form from its fields' names, in a process of its own; another one has another reader look at it, so that
 * neither needs the memory of both. Throws UnreadablePdf.
 */
export const fillForeignForm = async (official: Uint8Array, values: FormValues, copy: CopyName) => {
  const { said, bytes } = await ask('fillForm', { said: { values, copy }, bytes: official })
  if (!('expected' in said)) return said
  const { expected, headBytes, ...known } = said
  const { said: missing } = await ask('readBack', { said: { expected, headBytes }, bytes })
  return { ...known, missing, bytes }
}
