import { sayMoment } from '../delivery/sayMoment.ts'
import type { Submission } from '../delivery/submission.ts'
import type { Answers } from '../questionnaire/answers.ts'
import { sayAnswer } from '../questionnaire/sayAnswer.ts'
import { newVisitKey } from '../responses/keys.ts'
import { aboutOf } from './check.ts'
import type { PageOutcome } from './outcome.ts'
import { seenOf, seenOfAll } from './seen.ts'
import { sendWording } from './sendConsent.ts'
import type { ChangedView } from './sendViews.ts'
import type { OpenRequest, Site } from './site.ts'

type Questions = ChangedView['questions']

/** Question by question, where a version that was sent differs from what stands now. */
const sinceSent = ({ consultation }: Site, before: Answers, now: Answers): Questions =>
  consultation.questionnaire.pages.flatMap((page) =>
    page.questions
      .map((question) => ({
        text: aboutOf(page, question),
        before: sayAnswer(question, before[question.id]),
        now: sayAnswer(question, now[question.id]),
      }))
      .filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.now)),
  )

/** What stands now on the pages whose prints differ from those that the browser brought; it has no more than the prints. */
const sinceSeen = async ({ consultation }: Site, seen: string, now: Answers): Promise<Questions> => {
  const prints = seen.split('.')
  const { pages } = consultation.questionnaire
  const differs = await Promise.all(pages.map(async (page, index) => (await seenOf(page, now)) !== prints[index]))
  return pages
    .filter((_, index) => differs[index])
    .flatMap((page) =>
      page.questions
        .map((question) => ({
          text: aboutOf(page, question),
          before: null,
          now: sayAnswer(question, now[question.id]),
        }))
        .filter((each) => each.now.length > 0),
    )
}

/** The answers are others by now than those that were pressed for: both are shown, nothing is sent, and it asks (409). */
export const changedPage = async (
  site: Site,
  { fields }: OpenRequest,
  { sent, answers }: { sent: Submission | null; answers: Answers },
): Promise<PageOutcome> => {
  const { consultation } = site
  // Another window may have sent what stands now: then nothing differs from it, but only from what this page stood for.
  const since = sent?.frozen ? sinceSent(site, sent.frozen.answers, answers) : []
  const questions = since.length > 0 ? since : await sinceSeen(site, fields.seen?.[0] ?? '', answers)
  const view: ChangedView = {
    before:
      sent && since.length > 0
        ? { version: sent.version, at: sayMoment(sent.committedAt, consultation.timeZone) }
        : null,
    questions,
    to: consultation.email.address,
    consent: sendWording(site),
    press: newVisitKey(),
    seen: await seenOfAll(consultation.questionnaire, answers),
  }
  return { page: 'changed', status: 409, view }
}
