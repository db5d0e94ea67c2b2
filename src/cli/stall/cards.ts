import type { Shift, Stall } from '../../stall/stall.ts'
import type { Report } from '../report.ts'
import { type OpenedStalls, stallNamed, withStalls } from './openStalls.ts'

/** The address behind a card's code. */
const linkOf = async ({ publicUrl, cardOf }: OpenedStalls, { id }: Shift): Promise<string> =>
  `${publicUrl}/stall/pair/${await cardOf(id)}`

/** The cards of a stall that were not used yet, each with its link, as its report. */
export const cardsReport = async (stalls: OpenedStalls, { id, name, shifts }: Stall & { shifts: Shift[] }) => {
  const unused = shifts.filter(({ pairedAt, revokedAt }) => pairedAt === null && revokedAt === null)
  const cards = await Promise.all(
    unused.map(async (shift) => ({ card: shift.number, link: await linkOf(stalls, shift) })),
  )
  const lines = cards.map(({ card, link }) => `  Card ${card}: ${link}`)
  const none = ['  Every card was used or revoked. "stall card" makes one more.']
  const words = [`${name} (${id})`, ...(lines.length > 0 ? lines : none)].join('\n')
  return { facts: { stall: id, cards }, words } satisfies Report
}

/** `stall cards`: the links behind the codes of cards that were not used yet. */
export const listCards = (typed: string): Promise<Report> =>
  withStalls(async (stalls) => cardsReport(stalls, await stallNamed(stalls, typed)))
