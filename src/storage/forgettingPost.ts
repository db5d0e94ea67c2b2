import type { SelectQueryBuilder } from 'kysely'
import type { QueuedLetter } from '../delivery/letter.ts'
import { deliveryPlace } from './places.ts'
import { deliveryIds } from './readDelivery.ts'
import type { Sealer } from './seal.ts'
import type { Tables } from './tables.ts'
import { takeOut } from './takingOut.ts'
import { dropCopies, wipe } from './wiping.ts'
import type { Within } from './within.ts'

/** Ids of responses, as a query. */
export type SomeResponses = SelectQueryBuilder<Tables, 'responses', { id: string }>

const nameless = { responseId: null, reference: null, pressHash: null, frozen: null }

/** Withdraws what still waits of these responses and wipes whatever tells of a person; times and hashes stay. */
export const forgetPost = async (within: Within, some: SomeResponses, at: number): Promise<void> => {
  const versions = within.selectFrom('submissions').select('id').where('responseId', 'in', some)
  const letters = deliveryIds(within).where('submissionId', 'in', versions)
  await takeOut(within, letters, { withdrawnAt: at })
  await dropCopies(within, letters)
  await wipe(within, letters)
  await within.updateTable('deliveries').set({ messageId: null, onceHash: null }).where('id', 'in', letters).execute()
  await within.updateTable('submissions').set(nameless).where('responseId', 'in', some).execute()
  await within
    .updateTable('proofs')
    .set({ responseId: null, browser: null, address: null, codeHash: null })
    .where('responseId', 'in', some)
    .execute()
}

/** Withdraws and wipes codes that were asked for in one response: its id stands in what is sealed, and nowhere else. */
export const forgetCodes = async (within: Within, sealer: Sealer, responseId: string, at: number): Promise<void> => {
  const codes = await within
    .selectFrom('deliveries')
    .select(['id', 'contents'])
    .where('letter', '=', 'code')
    .where('contents', 'is not', null)
    .execute()
  const theirs = codes.filter(({ id, contents }) => {
    const { data } = JSON.parse(sealer.openText(contents!, deliveryPlace(id, 'contents'))) as QueuedLetter
    return data.responseId === responseId
  })
  if (theirs.length === 0) return
  const letters = deliveryIds(within).where(
    'id',
    'in',
    theirs.map(({ id }) => id),
  )
  await takeOut(within, letters, { withdrawnAt: at })
  await dropCopies(within, letters)
  await wipe(within, letters)
}

/** Deletes what belongs to nobody's response and is older: letters of codes, links and alarms, proofs, keys, counts and what tablets brought. */
export const forgetOlder = async (within: Within, before: number): Promise<void> => {
  const letters = deliveryIds(within).where('submissionId', 'is', null).where('queuedAt', '<', before)
  await dropCopies(within, letters)
  await within.deleteFrom('deliveries').where('id', 'in', letters).execute()
  await within.deleteFrom('proofs').where('askedAt', '<', before).execute()
  await within.deleteFrom('organiserTokens').where('addedAt', '<', before).execute()
  await within.deleteFrom('organiserKeys').where('addedAt', '<', before).execute()
  await within.deleteFrom('counts').where('endsAt', '<', before).execute()
  await within.deleteFrom('taken').where('at', '<', before).execute()
}
