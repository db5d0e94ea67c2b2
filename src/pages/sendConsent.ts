import type { Site } from './site.ts'
import type { Problem } from './viewParts.ts'

/** The sentence that a person agrees to before we send in their name; it is kept with its time, word for word. */
export const sendWording = ({ consultation: { body, email }, holder }: Site): string =>
  `I agree that ${holder.name} sends my response in my name to ${body.name}, at ${email.address}. ` +
  `It has every answer as it stands now and my email address, and I know that ${body.short} may publish it.`

/** What is said to one who did not tick it. */
export const MUST_AGREE_TO_SEND: Problem = {
  field: 'agree',
  text: 'Tick the box if you agree. Without it we may not send your response.',
}
