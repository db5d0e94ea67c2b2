import { sayDay } from '../consultation/moments.ts'
import type { Site } from './site.ts'

/** The sentence that a person agrees to before anything is kept; it is kept with its time, word for word. */
export const consentWording = ({ consultation: { body }, holder }: Site): string =>
  `I agree that ${holder.name} may keep what I write here, which may show my political opinions, ` +
  `so that I can make my response to ${body.short}. Nothing is sent until I send it myself.`

/** Until when answers are kept, in words. */
export const keptUntil = ({ consultation }: Site): string => sayDay(consultation.forgetAfter)
