import { newVisitKey } from '../responses/keys.ts'
import type { PageRequest } from './request.ts'

const isKey = (words: string): boolean => /^[\w-]{22}$/.test(words)

/** The key of one press of Send: what the page carries, so that pressing twice is one press, or a new one of 128 bits. */
export const pressKeyOf = ({ fields }: PageRequest): string => {
  const [brought = ''] = fields.press ?? []
  return isKey(brought) ? brought : newVisitKey()
}

/** What the device's own clock said at the press (ms), or null where it did not say. */
export const deviceTimeOf = ({ fields }: PageRequest): number | null => {
  const [words = ''] = fields.device ?? []
  return /^\d{1,14}$/.test(words) ? Number(words) : null
}
