import { encode } from 'uqr'
import { hasClosed, lastPostingDay, sayClosing } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { dayOf, sayDay } from '../consultation/moments.ts'
import type { Slip } from '../pdf/placing/slip.ts'
import { inGroups } from '../responses/alphabet.ts'
import type { Waiting } from '../stall/stall.ts'
import type { Site } from './site.ts'

const byWhen = (consultation: Consultation, now: number): string[] => {
  const { day, time } = sayClosing(consultation, now)
  if (hasClosed(consultation, now)) return [`It closed at ${time}, on ${day}: what is posted now comes late.`]
  const lastDay = lastPostingDay(consultation)
  const posting =
    dayOf(now, consultation.timeZone) > lastDay
      ? 'Post may not arrive in time any more.'
      : `Post it on ${sayDay(lastDay)} at the latest.`
  return [posting, `It closes at ${time}, on ${day}.`]
}

/** What a person tears off and keeps: their reference, where the form goes and until when, and their link if they want it. */
export const slipOf = (
  { consultation, publicUrl }: Site,
  { reference, link }: Pick<Waiting, 'reference' | 'link'>,
  now: number,
): Slip => ({
  title: consultation.title,
  reference: inGroups(reference),
  where: [
    { head: 'Post the form to', lines: consultation.post.lines },
    ...(consultation.handIn ? [{ head: 'Or hand it in', lines: consultation.handIn.lines }] : []),
    { head: 'By when', lines: byWhen(consultation, now) },
  ],
  link: link === null ? null : encode(`${publicUrl}/r/${link}`, { ecc: 'M', border: 0 }).data,
})
