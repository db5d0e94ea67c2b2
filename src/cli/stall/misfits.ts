import { sayWhen } from '../../organisers/ledgerWords.ts'
import { inGroups } from '../../responses/alphabet.ts'
import type { CameIn } from '../../stall/takenIn.ts'
import type { Report } from '../report.ts'
import { type OpenedStalls, withStalls } from './openStalls.ts'

/** A response that answers what is no longer asked, and the stall that brought it; null where nobody knows which. */
export type Misfit = CameIn & { stall: string | null }

/** Every misfit of every stall, and of tablets that nobody knows. */
export const misfitsOf = async (stalls: OpenedStalls): Promise<Misfit[]> => {
  const all = await stalls.all()
  const places = [...all.map(({ id, name }) => ({ id, name })), { id: null, name: null }]
  const each = places.map(async ({ id, name }) => {
    const brought = await stalls.brought(id)
    return brought.filter(({ misfit }) => misfit).map((one) => ({ ...one, stall: name }))
  })
  return (await Promise.all(each)).flat()
}

/** A misfit in one line: its reference, its tablet, and when it came. */
export const misfitLine = (
  { reference, stall, shiftNumber, at }: Misfit,
  { now, timeZone }: Pick<OpenedStalls, 'now' | 'timeZone'>,
): string =>
  `${inGroups(reference)}, ${stall === null ? 'from a tablet that nobody knows' : `${stall}, card ${shiftNumber}`}, came ${sayWhen(at, now, timeZone)}`

/** `stall misfits`: what tablets brought that answers what is no longer asked; nobody's answers. */
export const listMisfits = (): Promise<Report> =>
  withStalls(async (stalls) => {
    const misfits = await misfitsOf(stalls)
    const facts = misfits.map(({ reference, stall, shiftNumber, at }) => ({ reference, stall, card: shiftNumber, at }))
    const words = misfits.map((one) => misfitLine(one, stalls)).join('\n')
    return { facts: { misfits: facts }, words: words || 'Every response that a tablet brought fits the form.' }
  })
