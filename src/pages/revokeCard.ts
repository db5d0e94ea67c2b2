import { sayNumber } from '../organisers/ledgerWords.ts'
import type { Shift, Stall } from '../stall/stall.ts'
import { stallAt, whenStall } from './organiserStall.ts'
import type { PageRequest } from './request.ts'
import { cardView } from './stallWords.ts'

const cardIn = ({ fields, query }: PageRequest, { shifts }: Stall & { shifts: Shift[] }): Shift | undefined =>
  shifts.find(({ id, revokedAt }) => revokedAt === null && id === (fields.shift?.[0] ?? query.shift))

/** What is known to wait on a card's tablet, in a sentence, and how it comes here after that; null for one without a tablet. */
const waitsOn = ({ pairedAt, seenAt, unsent }: Shift): string | null => {
  if (pairedAt === null) return null
  if (seenAt === null) return 'Its tablet was not heard of since it was paired, so we do not know what waits on it.'
  if (unsent === 0) return 'When it was last heard of, nothing waited on its tablet.'
  return unsent === 1
    ? 'When it was last heard of, one finished response waited on its tablet.'
    : `When it was last heard of, ${sayNumber(unsent)} finished responses waited on its tablet.`
}

/** Asks whether a card is to be revoked, and says what that means; a card that is revoked or never was leads to its stall. */
export const showRevoke = whenStall(async (site, request, stall) => {
  const shift = cardIn(request, stall)
  if (!shift) return { redirect: stallAt(stall) }
  const { id, number, says } = cardView(shift, { now: request.now, timeZone: site.consultation.timeZone })
  const view = { id, number, says, stall: stall.name, waits: waitsOn(shift), self: stallAt(stall) }
  return { page: 'organiser-revoke', view }
})

/** Revokes a card with its tablet. */
export const revokeCard = whenStall(async (site, request, stall) => {
  const shift = cardIn(request, stall)
  if (!shift) return { redirect: stallAt(stall) }
  await site.stalls.revoke(shift.id, request.now)
  return { redirect: `${stallAt(stall)}?done=revoked` }
})
