import { sayWhen } from '../../organisers/ledgerWords.ts'
import { inGroups } from '../../responses/alphabet.ts'
import { sayCameIn } from '../../stall/cameInWords.ts'
import type { CameIn } from '../../stall/takenIn.ts'
import type { Report } from '../report.ts'
import { type OpenedStalls, stallNamed, withStalls } from './openStalls.ts'

const NONE = 'Nothing came from its tablets yet, or what came was deleted.'

const linesOf = async (stalls: OpenedStalls, brought: CameIn[], stallId: string | null): Promise<string[]> => {
  const tray = stallId === null ? [] : await stalls.tray(stallId)
  const say = (ms: number) => sayWhen(ms, stalls.now, stalls.timeZone)
  return brought.map((one) => {
    const words = sayCameIn(one, tray, { consultation: stalls.site.consultation, say })
    const card = one.shiftNumber === null ? '' : `card ${one.shiftNumber}, `
    const times = [
      ...(words.finished ? [`finished ${words.finished}`] : []),
      ...(words.onDevice ? [`on the device ${words.onDevice}`] : []),
      ...(words.firstByte ? [`first byte ${words.firstByte}`] : []),
      `kept ${words.kept}`,
    ]
    return `${inGroups(one.reference)}: ${words.state}; ${card}${times.join(', ')}`
  })
}

/** `stall came-in`: what a stall's tablets brought, or tablets that nobody knows, by reference and time; nobody's answers. */
export const listCameIn = (typed?: string): Promise<Report> =>
  withStalls(async (stalls) => {
    const stallId = typed === undefined ? null : (await stallNamed(stalls, typed)).id
    const brought = await stalls.brought(stallId)
    const lines = await linesOf(stalls, brought, stallId)
    const facts = brought.map(({ id: _, shiftNumber, ...one }) => ({ ...one, card: shiftNumber }))
    return { facts: { stall: stallId, cameIn: facts }, words: lines.length > 0 ? lines.join('\n') : NONE }
  })
