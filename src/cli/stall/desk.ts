import { checkStall, type TypedStall } from '../../stall/checkStall.ts'
import { opensUntil } from '../../stall/stallDay.ts'
import type { Report } from '../report.ts'
import { Stop } from '../stop.ts'
import { cardsReport } from './cards.ts'
import { misfitsOf } from './misfits.ts'
import { stallNamed, withStalls } from './openStalls.ts'

/** `stall make`: a stall and its cards. */
export const makeStall = (typed: TypedStall): Promise<Report> =>
  withStalls(async (stalls) => {
    const wrong = checkStall(typed, stalls.now, stalls.timeZone)
    if (wrong.length > 0) throw new Stop(2, wrong.map(({ field, text }) => `--${field}: ${text}`).join('\n'))
    const { id } = await stalls.make({ ...typed, cards: Number(typed.cards) }, stalls.now)
    return cardsReport(stalls, await stallNamed(stalls, id))
  })

/** `stall list`: stalls with their tablets, and how many finished responses each last said it has. */
export const listStalls = (): Promise<Report> =>
  withStalls(async (stalls) => {
    const all = await stalls.all()
    const lines = all.flatMap((stall) => {
      const over = stalls.now >= opensUntil(stall, stalls.timeZone) ? ', over' : ''
      const cards = stall.shifts.map(({ number, pairedAt, revokedAt, unsent }) => {
        const state = revokedAt !== null ? 'revoked' : pairedAt === null ? 'not used' : 'paired'
        return `  Card ${number}: ${state}${unsent > 0 ? `, ${unsent} waiting on its tablet` : ''}`
      })
      return [`${stall.name}, ${stall.place}, ${stall.day}${over} (${stall.id})`, ...cards]
    })
    const misfits = (await misfitsOf(stalls)).length
    const hand = misfits > 0 ? [`Needs a hand: ${misfits} that the form does not fit. "stall misfits" lists them.`] : []
    const words = [...(lines.length > 0 ? lines : ['There is no stall yet.']), ...hand].join('\n')
    return { facts: { stalls: all, misfits }, words }
  })

/** `stall card`: one more card. */
export const addCard = (typed: string): Promise<Report> =>
  withStalls(async (stalls) => {
    const { id } = await stallNamed(stalls, typed)
    await stalls.addCard(id)
    return cardsReport(stalls, await stallNamed(stalls, id))
  })

/** `stall revoke`: ends a card with its tablet. */
export const revokeCard = (typed: string, card: string): Promise<Report> =>
  withStalls(async (stalls) => {
    const stall = await stallNamed(stalls, typed)
    const shift = stall.shifts.find(({ number }) => String(number) === card)
    if (!shift) throw new Stop(2, `${card}: ${stall.name} has no card of that number.`)
    await stalls.revoke(shift.id, stalls.now)
    return {
      facts: { stall: stall.id, card: shift.number },
      words: `Card ${card} is revoked: it and its tablet open nothing any more.`,
    }
  })

/** `stall close`: nobody begins there any more, and its tray is emptied for good. Refused while anything there was not printed. */
export const closeStall = (typed: string, force: boolean): Promise<Report> =>
  withStalls(async (stalls) => {
    const stall = await stallNamed(stalls, typed)
    const left = (await stalls.tray(stall.id)).filter(({ printedAt }) => printedAt === null).length
    if (left > 0 && !force) {
      throw new Stop(1, `${left} in the tray of ${stall.name} not printed yet. Print them, or add --force.`)
    }
    await stalls.close(stall.id, stalls.now)
    return { facts: { stall: stall.id, unprinted: left }, words: `${stall.name} is closed, and its tray is empty.` }
  })
