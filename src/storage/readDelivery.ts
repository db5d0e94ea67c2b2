import type { Attempt, Delivery } from '../delivery/delivery.ts'
import { attemptPlace, deliveryPlace } from './places.ts'
import type { Sealer } from './seal.ts'
import type { AttemptRow, DeliveryRow } from './tables.ts'
import type { Within } from './within.ts'

const attemptOf = ({ openText }: Sealer, { deliveryId, fence: _, words, ...attempt }: AttemptRow): Attempt => ({
  ...attempt,
  words: words && openText(words, attemptPlace(deliveryId, attempt.number)),
})

const acceptedOf = ({ openText }: Sealer, { id, acceptedBy, acceptance }: DeliveryRow): Delivery['accepted'] => {
  if (!acceptedBy) return null
  // Once forgotten, the kind of carrier alone is left: without it nobody could say truly what "accepted" had meant.
  const said = acceptance ? openText(acceptance, deliveryPlace(id, 'acceptance')) : '{"host":"","words":""}'
  return { by: acceptedBy, ...(JSON.parse(said) as { host: string; words: string }) }
}

const deliveryOf = (sealer: Sealer, row: DeliveryRow, attempts: AttemptRow[]): Delivery => {
  const words = (value: 'refusedWords' | 'setAsideWords' | 'bouncedWords') =>
    row[value] && sealer.openText(row[value], deliveryPlace(row.id, value))
  return {
    id: row.id,
    submissionId: row.submissionId,
    letter: row.letter,
    messageId: row.messageId ?? '',
    queuedAt: row.queuedAt,
    dueAt: row.dueAt,
    attempts: attempts.map((attempt) => attemptOf(sealer, attempt)),
    frozenAt: row.frozenAt,
    hash: row.hash,
    acceptedAt: row.acceptedAt,
    accepted: acceptedOf(sealer, row),
    refusedAt: row.refusedAt,
    refusedWords: words('refusedWords'),
    abandonedAt: row.abandonedAt,
    setAsideAt: row.setAsideAt,
    setAsideWords: words('setAsideWords'),
    withdrawnAt: row.withdrawnAt,
    bouncedAt: row.bouncedAt,
    bouncedWords: words('bouncedWords'),
  }
}

/** Ids of deliveries, as a query. */
export type SomeDeliveries = ReturnType<typeof deliveryIds>

/** All deliveries' ids, to be narrowed by where(): what other queries take as "these". */
export const deliveryIds = (within: Within) => within.selectFrom('deliveries').select('deliveries.id')

/** Deliveries with their attempts, opened, in the order of queueing. */
export const deliveriesIn = async (within: Within, sealer: Sealer, some: SomeDeliveries): Promise<Delivery[]> => {
  const rows = await within.selectFrom('deliveries').selectAll().where('id', 'in', some).orderBy('sequence').execute()
  const attempts = await within
    .selectFrom('attempts')
    .selectAll()
    .where('deliveryId', 'in', some)
    .orderBy('number')
    .execute()
  const attemptsOf = Map.groupBy(attempts, ({ deliveryId }) => deliveryId)
  return rows.map((row) => deliveryOf(sealer, row, attemptsOf.get(row.id) ?? []))
}

/** The one delivery that a query finds, or null. */
export const oneDelivery = async (within: Within, sealer: Sealer, some: SomeDeliveries): Promise<Delivery | null> =>
  (await deliveriesIn(within, sealer, some))[0] ?? null
