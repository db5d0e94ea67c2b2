import { nearest } from '../pdf/boxes/nearest.ts'
import type { PackProblem } from './problem.ts'

const file = 'PROVENANCE.md'

const mailboxesIn = (text: string): string[] => text.match(/[^\s<>()[\]{}|,;:"“”`*_]+@[\w-]+(?:\.[\w-]+)+/g) ?? []

const checkAddress = (provenance: string, address: string): PackProblem[] => {
  const quoted = mailboxesIn(provenance)
  if (quoted.includes(address)) return []
  const [near] = nearest(address, quoted)
  const found = `"${address}", but ${file} has ${near ? `"${near}"` : 'no address at all'}`
  const remedy =
    'look at the source once more and correct what is mistyped: what goes to another address does not count'
  const expected = `the address exactly as ${file} quotes it from its source`
  return [{ file: 'consultation.json', path: 'email.address', found, expected, remedy }]
}

/**
 * A pack says where it comes from: PROVENANCE.md, read by people, must be there and not be empty. It quotes the address
 * that responses are sent to, so that one mistyped in consultation.json is seen; null where there is none to compare.
 */
export const checkProvenance = (provenance: Uint8Array | null, address: string | null): PackProblem[] => {
  const text = provenance && new TextDecoder().decode(provenance)
  if (text?.trim()) return address === null ? [] : checkAddress(text, address)
  const found = provenance ? 'an empty file' : 'no such file'
  const expected = 'where the form, the words and the addresses come from'
  return [{ file, path: '', found, expected, remedy: 'write it, for people: docs/packs.md, under PROVENANCE.md' }]
}
