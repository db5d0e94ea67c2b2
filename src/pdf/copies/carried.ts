import { base64ToUint8Array, uint8ArrayToBase64 } from 'uint8array-extras'
import type { FormField } from '../found/formFields.ts'
import type { Widget } from '../found/widgets.ts'
import { type Typeface, typefaceOf } from '../setting/typeface.ts'
import type { Copy } from './copy.ts'
import type { PreparedForm } from './preparedForm.ts'

type Carried = { bytes: string } | { map: [unknown, unknown][] }

const isCarried = (value: unknown): value is { carried: Carried } =>
  typeof value === 'object' && value !== null && 'carried' in value

// What filling the final copy never asks for: the objects of the file that the form was read in.
const LEFT_BEHIND: (keyof FormField | keyof Widget)[] = ['nodes', 'dict', 'ref']

const carry = (key: string, value: unknown): unknown => {
  if ((LEFT_BEHIND as string[]).includes(key)) return undefined
  if (value instanceof Uint8Array) return { carried: { bytes: uint8ArrayToBase64(value) } }
  return value instanceof Map ? { carried: { map: [...value] } } : value
}

const unpack = (_key: string, value: unknown): unknown => {
  if (!isCarried(value)) return value
  const { carried } = value
  return 'bytes' in carried ? base64ToUint8Array(carried.bytes) : new Map(carried.map)
}

const faceOf = ({ name, bytes }: Typeface) => ({ name, bytes })

/** A prepared form as JSON, to be filled elsewhere: whole but for its fillable copy and the file that it was read in. */
export const packForm = (prepared: PreparedForm): string => {
  const { regular, bold, copies, ...rest } = prepared
  return JSON.stringify({ ...rest, regular: faceOf(regular), bold: faceOf(bold), final: copies.final }, carry)
}

type Packed = Omit<PreparedForm, 'copies'> & { final: Copy }

const noFillable = (): never => {
  throw new Error('a form that was carried has its final copy alone')
}

/** The form that `packForm` packed: what fills its final copy gives the same bytes as where it was prepared. */
export const unpackForm = (json: string): PreparedForm => {
  const { final, regular, bold, ...rest } = JSON.parse(json, unpack) as Packed
  const faces = { regular: typefaceOf(regular.name, regular.bytes), bold: typefaceOf(bold.name, bold.bytes) }
  return {
    ...rest,
    ...faces,
    copies: {
      final,
      get fillable() {
        return noFillable()
      },
    },
  }
}
