import { type KeyHash, ReferenceTaken, type Response } from '../responses/response.ts'
import { saveAnswers } from './answers.ts'
import type { Sealer } from './seal.ts'
import type { Within } from './within.ts'

/** Adds keys to a response; one that it has already changes nothing. */
export const addKeysIn = async (
  within: Within,
  responseId: string,
  keys: KeyHash[],
  addedAt: number,
): Promise<void> => {
  if (keys.length === 0) return
  const rows = keys.map(({ kind, hash }) => ({ kind, hash, responseId, addedAt }))
  await within
    .insertInto('keys')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['kind', 'hash']).doNothing())
    .execute()
}

/** Throws ReferenceTaken where a reference is a response's. */
export const refuseTaken = async (within: Within, reference: string): Promise<void> => {
  const other = await within.selectFrom('responses').select('id').where('reference', '=', reference).executeTakeFirst()
  if (other) throw new ReferenceTaken(`the reference ${reference} is another response's`)
}

/** Keeps a new response with its answers, sealed, and the keys that open it since `keysAt`. */
export const beginIn = async (
  within: Within,
  sealer: Sealer,
  { id, reference, consent, answers, begunAt, savedAt }: Response,
  keys: KeyHash[],
  keysAt: number,
): Promise<void> => {
  const { at: consentAt, wording: consentWording } = consent
  await within.insertInto('responses').values({ id, reference, consentAt, consentWording, begunAt, savedAt }).execute()
  await saveAnswers(within, sealer, id, answers)
  await addKeysIn(within, id, keys, keysAt)
}
