import { sayClock } from '../delivery/sayMoment.ts'
import { inGroups } from '../responses/alphabet.ts'
import type { Waiting } from '../stall/stall.ts'
import type { Site } from './site.ts'
import type { TrayRowView } from './trayViews.ts'

/** A response as the tray lists it: by reference and minute. */
export const trayRow = ({ consultation: { timeZone } }: Site, waiting: Waiting): TrayRowView => {
  const { reference, addedAt, printedAt, shiftNumber, link } = waiting
  const minuteOf = (ms: number) => sayClock(ms, timeZone).slice(0, 5)
  return {
    ...{ reference, grouped: inGroups(reference), at: minuteOf(addedAt), card: shiftNumber },
    printed: printedAt === null ? null : minuteOf(printedAt),
    link: link !== null,
  }
}

const REFERENCES = /^[0-9A-Z]{8}(\.[0-9A-Z]{8})*$/

/** References as an address or a form carries them. */
export const joined = (references: string[]): string => references.join('.')

/** Those of a tray that an address or a form names, in the tray's order. */
export const namedIn = (tray: Waiting[], names: string | undefined): Waiting[] => {
  if (names === undefined || !REFERENCES.test(names)) return []
  const wanted = new Set(names.split('.'))
  return tray.filter(({ reference }) => wanted.has(reference))
}
