import type { FormValues } from '../../../src/pdf/formValues.ts'
import { plainForm, plainValues, plainWords } from './plainForm.ts'
import { type Layout, type Objects, writePdf } from './source.ts'

/** A form that libraries fall over, what to fill it with, and what must come of it. */
export type Trap = {
  make(): Uint8Array | Promise<Uint8Array>
  values: FormValues
  /** What an independent reader finds, where it is not the values themselves. */
  reads: Record<string, string | string[]>
  /** What stands on the pages. */
  words: string[]
  base: 'original' | 'resaved'
  /** Words of the sentence in which the form, or a value, is refused. */
  refused?: RegExp
}

/** A trap whose form is filled with the plain form's values, but for what is said. */
export const trap = (make: Trap['make'], other: Partial<Omit<Trap, 'make'>> = {}): Trap => ({
  make,
  values: plainValues,
  reads: {},
  words: plainWords,
  base: 'original',
  ...other,
})

/** The plain form with some objects changed. */
export const changed = (change: (objects: Objects) => Objects, layout?: Layout) => () =>
  writePdf({ ...plainForm(), ...change(plainForm()) }, layout)

/** The plain form with its file changed. */
export const rewritten = (change: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>) => async () =>
  change(writePdf(plainForm()))

/** An object's source with a part of it replaced; throws where the part is not there. */
export const swap = (source: string | undefined, part: string, other: string): string => {
  if (!source?.includes(part)) throw new Error(`"${part}" is not in ${source}`)
  return source.replace(part, other)
}
