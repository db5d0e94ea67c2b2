import { dayOf, sayDay } from '../consultation/moments.ts'
import { forgetAt } from '../responses/forgetting.ts'
import type { PageRequest } from './request.ts'
import type { Site } from './site.ts'
import type { Problem } from './viewParts.ts'

/** The sentence that a person agrees to before anything is kept; it is kept with its time, word for word. */
export const consentWording = ({ consultation: { body }, holder }: Site): string =>
  `I agree that ${holder.name} may keep what I write here, which may show my political opinions, ` +
  `so that I can make my response to ${body.short}. Nothing is sent until I send it myself.`

/** True when the box was ticked. */
export const hasAgreed = ({ fields }: PageRequest): boolean => fields.agree?.join() === 'yes'

/** What is said to one who did not tick it. */
export const MUST_AGREE: Problem = {
  field: 'agree',
  text: 'Tick the box if you agree. Without it we may not keep your answers.',
}

/** The last day, in words, on which answers last changed at `lastChange` (ms, UTC) are kept. */
export const keptUntil = ({ consultation }: Site, lastChange: number): string =>
  sayDay(dayOf(forgetAt(lastChange, consultation) - 1, consultation.timeZone))
