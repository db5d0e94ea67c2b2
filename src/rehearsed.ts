import type { Config } from './config.ts'
import { dayOf, sayDay, sayTime } from './consultation/moments.ts'
import { CannotStart } from './everyProblem.ts'
import { isRehearsed } from './rehearsal/rehearsal.ts'

/** The words over every page of a rehearsal, at a moment (ms, UTC). */
export const bannerAt =
  (timeZone: string) =>
  (now: number): string =>
    `Rehearsal: here it is ${sayTime(now, timeZone)} on ${sayDay(dayOf(now, timeZone))}. Nothing leaves this machine.`

/** Throws CannotStart where the product for real is to start over what was practised. */
export const refuseRehearsed = ({ dataFolder, rehearsal }: Config): void => {
  if (rehearsal || !isRehearsed(dataFolder)) return
  throw new CannotStart(
    `DATA_FOLDER is "${dataFolder}", which holds a rehearsal. What was practised goes to nobody: set it to another folder.`,
  )
}
