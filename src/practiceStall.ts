import type { House } from './compose.ts'
import { dayOf } from './consultation/moments.ts'
import { opensUntil } from './stall/stallDay.ts'

const CARDS = 3

/** The link behind a card of a stall to practise with, at `now` (ms, UTC): of one that is open and has a card left, else of a new one. */
export const practiceCard = async ({ site }: Pick<House, 'site'>, now: number): Promise<string> => {
  const { stalls, publicUrl, consultation } = site
  const { timeZone } = consultation
  const open = (await stalls.all()).filter((stall) => now < opensUntil(stall, timeZone))
  const isUnused = ({ pairedAt, revokedAt }: { pairedAt: number | null; revokedAt: number | null }) =>
    pairedAt === null && revokedAt === null
  const left = open.flatMap(({ shifts }) => shifts).find(isUnused)
  const make = async () => {
    const day = dayOf(now, timeZone)
    const { id } = await stalls.make({ name: 'Practice', place: 'on this machine', day, cards: CARDS }, now)
    return (await stalls.one(id))!.shifts[0]!
  }
  return `${publicUrl}/stall/pair/${await stalls.cardOf((left ?? (await make())).id)}`
}
