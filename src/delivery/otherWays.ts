import { isTooLateToPost, lastPostingDay } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { dayOf, sayDay } from '../consultation/moments.ts'
import type { LetterKind } from './delivery.ts'
import type { OtherWays } from './letterViews.ts'

/** How to finish without us, as a letter of a kind says it at `now` (ms, UTC). */
export const otherWaysAt = (consultation: Consultation, letter: LetterKind, now: number): OtherWays => {
  const lastDay = lastPostingDay(consultation)
  const { email, post, handIn } = consultation
  return {
    email: { address: email.address, note: email.note ?? null },
    post: {
      lines: post.lines,
      lastDay: sayDay(lastDay),
      lastDayPassed: dayOf(now, consultation.timeZone) > lastDay,
      tooLate: isTooLateToPost(consultation, now),
    },
    handIn: handIn ?? null,
    mayComeBack: ['refused', 'bounced'].includes(letter),
  }
}
