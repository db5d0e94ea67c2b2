import { dayOf, sayDay } from '../consultation/moments.ts'
import { forgetAt } from '../responses/forgetting.ts'
import type { Site } from './site.ts'

/** The sentence that a person agrees to before anything is kept; it is kept with its time, word for word. */
export const consentWording = ({ consultation: { body }, holder }: Site): string =>
  `I agree that ${holder.name} may keep what I write here, which may show my political opinions, ` +
  `so that I can make my response to ${body.short}. Nothing is sent until I send it myself.`

/** The last day, in words, on which answers last changed at `lastChange` (ms, UTC) are kept. */
export const keptUntil = ({ consultation }: Site, lastChange: number): string =>
  sayDay(dayOf(forgetAt(lastChange, consultation) - 1, consultation.timeZone))
