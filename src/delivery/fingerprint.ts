import type { Consultation } from '../consultation/consultation.ts'
import { sha256 } from '../pdf/found/sha256.ts'

/** A print of what is asked, where it is written and the official form: SHA-256 in hex, another when any of them changes. */
export const fingerprintOf = async ({
  questionnaire,
  boxes,
  official,
}: Pick<Consultation, 'questionnaire' | 'boxes' | 'official'>): Promise<string> => {
  const words = JSON.stringify([questionnaire, boxes, await sha256(official)])
  return sha256(new TextEncoder().encode(words))
}
