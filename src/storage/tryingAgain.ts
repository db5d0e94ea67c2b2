import { deliveryPlace } from './places.ts'
import type { Sealer } from './seal.ts'
import type { DeliveryRow } from './tables.ts'
import type { Within } from './within.ts'

const gotNowhere = ({ refusedAt, abandonedAt, setAsideAt, bouncedAt, acceptedAt }: DeliveryRow): boolean =>
  bouncedAt !== null || (acceptedAt === null && [refusedAt, abandonedAt, setAsideAt].some((at) => at !== null))

/** The newest letter of its message, if it got nowhere; an older one has been put back in line before. */
const stuck = async (within: Within, deliveryId: string): Promise<DeliveryRow | null> => {
  const row = await within.selectFrom('deliveries').selectAll().where('id', '=', deliveryId).executeTakeFirst()
  if (!row || row.withdrawnAt !== null || !gotNowhere(row)) return null
  const newer = await within
    .selectFrom('deliveries')
    .select('id')
    .where('messageId', '=', row.messageId)
    .where('sequence', '>', row.sequence)
    .executeTakeFirst()
  return newer ? null : row
}

const copyMessage = async (within: Within, { open, seal }: Sealer, from: string, to: string) => {
  const message = await within.selectFrom('messages').select('bytes').where('deliveryId', '=', from).executeTakeFirst()
  if (!message) return
  const bytes = seal(open(message.bytes, deliveryPlace(from, 'message')), deliveryPlace(to, 'message'))
  await within.insertInto('messages').values({ deliveryId: to, bytes }).execute()
}

/** Puts a letter that got nowhere back in line: a new delivery of the same message, byte for byte if it was frozen. */
export const tryAgainIn = async (
  within: Within,
  sealer: Sealer,
  deliveryId: string,
  at: number,
): Promise<string | null> => {
  const row = await stuck(within, deliveryId)
  if (!row?.contents) return null
  const { submissionId, letter, messageId, frozenAt, hash } = row
  const id = crypto.randomUUID()
  const contents = sealer.seal(
    sealer.open(row.contents, deliveryPlace(row.id, 'contents')),
    deliveryPlace(id, 'contents'),
  )
  const again = { id, submissionId, letter, messageId, frozenAt, hash, contents, queuedAt: at, dueAt: at }
  await within.insertInto('deliveries').values(again).execute()
  await copyMessage(within, sealer, row.id, id)
  return id
}
