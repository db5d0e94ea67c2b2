import type { Keys } from '../responses/keys.ts'
import { makeSync } from './sparing.ts'
import { opensUntil, worksUntil } from './stallDay.ts'
import { stallHours } from './stallHours.ts'
import type { Stalls } from './stalls.ts'
import { makeTakeIn, type TakingParts } from './takeIn.ts'
import { closeForgotten } from './tidying.ts'
import { makeVouch, sayCard } from './vouching.ts'

/** What stalls are made of. */
export type StallParts = TakingParts & {
  keys: Pick<Keys, 'hash' | 'cardOf' | 'shiftKeyOf' | 'pairingKeyOf'>
  /** The public halves of `secrets`, for tablets. */
  open: { seal: JsonWebKey; receipts: JsonWebKey }
}

/** All that a server does with stalls, over a store. */
export const makeStalls = (parts: StallParts): Stalls => {
  const { store, keys, timeZone } = parts
  const [takeIn, vouch] = [makeTakeIn(parts), makeVouch(parts)]
  const hashOf = async (kind: 'card' | 'shift' | 'sync', words: string) => (await keys.hash(kind, words)).hash

  const newCard = async (number: number) => {
    const id = crypto.randomUUID()
    return { id, number, cardHash: await hashOf('card', await keys.cardOf(id)) }
  }

  const waitingIn = async (stallId: string) =>
    (await store.tray(stallId)).filter(({ printedAt }) => printedAt === null).length

  return {
    async make({ name, place, day, cards }, now) {
      const stall = { id: crypto.randomUUID(), name, place, day, madeAt: now, closedAt: null }
      await store.make(stall, await Promise.all(Array.from({ length: cards }, (_, at) => newCard(at + 1))))
      return stall
    },
    all: store.stalls,
    one: store.stall,
    async addCard(stallId) {
      const stall = await store.stall(stallId)
      if (!stall) return
      const last = Math.max(0, ...stall.shifts.map(({ number }) => number))
      await store.addShift(stallId, await newCard(last + 1))
    },
    cardOf: keys.cardOf,

    async pair(card, scanKey, now) {
      const shift = await store.unpaired(await hashOf('card', card))
      if (!shift || now >= opensUntil(shift.stall, timeZone)) return null
      const key = await keys.shiftKeyOf(card, scanKey)
      const shiftHash = await hashOf('shift', key)
      const syncHash = await hashOf('sync', await keys.pairingKeyOf(key))
      return (await store.pair(shift.id, { shiftHash, syncHash }, now)) ? { key } : null
    },
    async shiftOf(shiftKey, now) {
      const shift = await store.shiftBy('shift', await hashOf('shift', shiftKey))
      return shift && now < worksUntil(shift.stall, timeZone) ? shift : null
    },
    pairingKeyOf: keys.pairingKeyOf,
    shiftByPairingKey: async (pairingKey) => store.shiftBy('sync', await hashOf('sync', pairingKey)),

    async heard({ id, number, stall: { madeAt: _, closedAt, ...stall } }, words, now) {
      await store.seen(id, words, now)
      const closed = now >= opensUntil({ ...stall, closedAt }, timeZone)
      // A closed stall's tray is its organisers'.
      const tray = closedAt === null ? await waitingIn(stall.id) : 0
      return { now, stall, card: number, tray, closed, keys: parts.open }
    },
    setSides: store.setSides,
    revoke: store.revoke,
    close: (stallId, now) => store.close(stallId, now),
    async tidy(now) {
      await closeForgotten(parts, now)
      await vouch.all(now)
    },

    takeIn,
    sync: makeSync(parts, takeIn),
    async leftBehind({ id: shiftId }, responseId, now) {
      const from = await store.taken(responseId)
      if (from?.shiftId !== shiftId) return false
      await store.wait(shiftId, { responseId, addedAt: now, link: null })
      return true
    },
    async assistedBy(responseId) {
      const from = await store.provenanceOf(responseId)
      return from?.assisted ? sayCard(from) : null
    },
    brought: store.brought,
    async sentFrom(shiftKey, now) {
      const shift = await store.shiftBy('shift', await hashOf('shift', shiftKey))
      if (shift) await store.count(shift.stallId, 'sent', now)
    },
    tray: store.tray,
    printed: store.printed,
    async hours(stallId) {
      const stall = await store.stall(stallId)
      const tallies = stall?.shifts.map(({ tally }) => tally) ?? []
      return stallHours(tallies, await store.happenings(stallId))
    },
  }
}
