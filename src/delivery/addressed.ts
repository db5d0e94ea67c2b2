import type { Consultation } from '../consultation/consultation.ts'
import { CannotBeMade } from './cannotBeMade.ts'
import type { Contents } from './deliveryStore.ts'
import type { Letter } from './letter.ts'

type Addressed = Pick<Letter, 'from' | 'replyTo' | 'to' | 'automatic'>

const NAME_ROOM = 60

const shown = (name: string): string => [...name.replace(/\s+/g, ' ').trim()].slice(0, NAME_ROOM).join('')

/** The one mailbox that a letter goes to: the pack's for the response, whatever else is written anywhere. */
export const recipientOf = ({ email }: Pick<Consultation, 'email'>, { letter }: Pick<Contents, 'letter'>): string => {
  if (letter.letter === 'response') return email.address
  if (letter.to === null) throw new CannotBeMade('it has nobody to go to')
  return letter.to
}

/** Who a letter is from, who it goes to, and who is answered: the response speaks for its person, all others for us. */
export const addressed = (consultation: Consultation, from: string, contents: Contents): Addressed => {
  const { letter, submission } = contents
  const { name = null, address = null } = submission?.frozen ?? {}
  const to = { name: shown(name ?? ''), address: recipientOf(consultation, contents) }
  if (letter.letter !== 'response') {
    return { from: { name: consultation.title, address: from }, replyTo: null, to, automatic: true }
  }
  const who = shown(name ?? '') || 'A resident'
  return {
    from: { name: `${who} via ${consultation.title}`, address: from },
    replyTo: address === null ? null : { name: shown(name ?? ''), address },
    to: { name: consultation.body.name, address: to.address },
    automatic: false,
  }
}
