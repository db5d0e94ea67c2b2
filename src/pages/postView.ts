import { isTooLateToPost, lastPostingDay } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { dayOf, sayDay } from '../consultation/moments.ts'
import type { PostView } from './sendViews.ts'

/** How to post or hand in a form, with our own margin before the closing. */
export const postView = (consultation: Consultation, now: number): PostView => {
  const lastDay = lastPostingDay(consultation)
  return {
    lines: consultation.post.lines,
    lastDay: sayDay(lastDay),
    lastDayPassed: dayOf(now, consultation.timeZone) > lastDay,
    tooLate: isTooLateToPost(consultation, now),
    workingDays: consultation.posting.workingDays,
    handIn: consultation.handIn ?? null,
  }
}
