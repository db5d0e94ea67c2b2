import type { Site } from './site.ts'
import type { Problem } from './viewParts.ts'

/** What a person without email says yes to, before a volunteer's word sends it; kept with its time, word for word. */
export const yesWording = ({ consultation: { body, email }, holder }: Site): string =>
  `I read or heard my answers as they stand, and I agree that ${holder.name} sends them in my name to ${body.name}, at ${email.address}. ` +
  `I have given no email address: a volunteer vouches for me. I know that ${body.short} may publish them.`

/** What is said where nobody said yes. */
export const MUST_AGREE_TO_VOUCH: Problem = {
  field: 'agree',
  text: 'Ask the person, and tick the box when they say yes. Without it we may not send their response.',
}
