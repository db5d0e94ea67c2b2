import type { Attempt, Delivery } from './delivery.ts'

/**
 * Where a letter is. `accepted` only by a mail server of the address's own domain; a relay's yes is `handed-over`;
 * `unknown`: the whole message went out and no answer came.
 */
export type DeliveryState =
  | 'waiting'
  | 'trying'
  | 'unknown'
  | 'accepted'
  | 'handed-over'
  | 'written'
  | 'refused'
  | 'abandoned'
  | 'set-aside'
  | 'withdrawn'
  | 'bounced'

const byCarrier = { mx: 'accepted', relay: 'handed-over', folder: 'written' } as const

/** A try that has heard nothing for so long (ms) is over, whoever made it. */
export const LONGEST_TRY_MS = 3 * 60_000

const isUnderWay = ({ endedAt, connectingAt }: Attempt, now: number): boolean =>
  endedAt === null && now < connectingAt + LONGEST_TRY_MS

/** Whether a try may have brought a letter there: all of it went out and no answer came, whatever a later try heard. */
export const mayHaveArrived = ({ attempts }: Delivery, now: number): boolean =>
  attempts.some((attempt) => attempt.bodyEndedAt !== null && attempt.answeredAt === null && !isUnderWay(attempt, now))

/** The state of a delivery at `now`, from its times alone. What was accepted stays so, whatever was wished afterwards. */
export const stateOf = (delivery: Delivery, now: number): DeliveryState => {
  if (delivery.bouncedAt !== null) return 'bounced'
  if (delivery.accepted) return byCarrier[delivery.accepted.by]
  if (delivery.refusedAt !== null) return 'refused'
  if (mayHaveArrived(delivery, now)) return 'unknown'
  if (delivery.withdrawnAt !== null) return 'withdrawn'
  if (delivery.setAsideAt !== null) return 'set-aside'
  if (delivery.abandonedAt !== null) return 'abandoned'
  const last = delivery.attempts.at(-1)
  return last && isUnderWay(last, now) ? 'trying' : 'waiting'
}

/** True where the body's side, or the carrier, has the message: nothing more is tried. */
export const isTaken = (delivery: Delivery): boolean => delivery.accepted !== null && delivery.bouncedAt === null

/** What a letter still hopes for: nobody took it or said no for good, and it may yet be tried. */
export const isOpen = (delivery: Delivery): boolean => {
  const { acceptedAt, refusedAt, abandonedAt, setAsideAt, withdrawnAt, bouncedAt } = delivery
  return [acceptedAt, refusedAt, abandonedAt, setAsideAt, withdrawnAt, bouncedAt].every((at) => at === null)
}
