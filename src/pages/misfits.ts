import { sayWhen } from '../organisers/ledgerWords.ts'
import { inGroups } from '../responses/alphabet.ts'
import type { CameIn } from '../stall/takenIn.ts'
import type { MisfitView } from './deskViews.ts'
import type { Reading } from './stallWords.ts'

/**
 * Those that answer what is no longer asked, for organisers: by reference, tablet and time. Never their answers: everybody was
 * promised that before they wrote a word.
 */
export const misfitsIn = (brought: CameIn[], { now, timeZone }: Reading): MisfitView[] =>
  brought
    .filter(({ misfit }) => misfit)
    .map(({ reference, shiftNumber, at }) => ({
      reference: inGroups(reference),
      from: shiftNumber === null ? 'a tablet that nobody knows' : `card ${shiftNumber}`,
      at: sayWhen(at, now, timeZone),
    }))

/** Those that were asked with another form, and answer what today's asks, by reference. */
export const oldersIn = (brought: CameIn[]): string[] =>
  brought.filter(({ misfit, older }) => older && !misfit).map(({ reference }) => inGroups(reference))
