import { sayWhen } from '../organisers/ledgerWords.ts'
import { inGroups } from '../responses/alphabet.ts'
import { sayCameIn } from '../stall/cameInWords.ts'
import { stallAt, whenStall } from './organiserStall.ts'

/** What a stall's tablets brought and is here, the newest first: references and times, so that one can be looked up. */
export const showCameIn = whenStall(async ({ stalls, consultation }, { now }, stall) => {
  const say = (ms: number) => sayWhen(ms, now, consultation.timeZone)
  const [brought, tray] = await Promise.all([stalls.brought(stall.id), stalls.tray(stall.id)])
  const rows = brought.toReversed().map((one) => ({
    ...{ reference: inGroups(one.reference), card: one.shiftNumber },
    ...sayCameIn(one, tray, { consultation, say }),
  }))
  return { page: 'organiser-came-in', view: { stall: stall.name, self: stallAt(stall), rows } }
})
