import { sha256 } from '../pdf/found/sha256.ts'
import type { PackProblem } from './problem.ts'

/** What is wrong with form.pdf as a file: it is missing, or another one than the hash in consultation.json says. */
export const checkForm = async (form: Uint8Array | null, expected: string | undefined): Promise<PackProblem[]> => {
  const at = { file: 'form.pdf', path: '' }
  if (!form) return [{ ...at, found: 'no such file', expected: 'the official form', remedy: 'put the blank PDF here' }]
  const found = await sha256(form)
  if (expected === undefined || found === expected) return []
  const remedy = 'if this is the form you mean, write its hash as form.sha256 in consultation.json'
  return [{ ...at, found: `SHA-256 ${found}`, expected: `SHA-256 ${expected}`, remedy }]
}
