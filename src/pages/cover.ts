import { nameIn } from '../delivery/nameIn.ts'
import type { Placement } from '../pdf/placing/placement.ts'
import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import { sayAnswer } from '../questionnaire/sayAnswer.ts'
import { listedPages } from './listed.ts'
import { nothingYet } from './nothingYet.ts'
import { whenOpen } from './open.ts'
import { postView } from './postView.ts'
import { hasNoForm, releasedForm } from './released.ts'
import type { CoverView } from './sendViews.ts'

/** What stands on a page of the filled form: "questions 1 and 2 and “About you”". */
const saysOn = ({ pages }: Questionnaire, placements: Placement[], number: number): string => {
  const answered = new Set(placements.filter(({ page }) => page === number).map(({ question }) => question))
  const here = pages.filter(({ questions }) => questions.some(({ id }) => answered.has(id)))
  return listedPages(here) || 'nothing filled in'
}

/** A page to print and lay on top: whose form it is, what belongs to it, where it goes and by when. */
export const cover = whenOpen(async (site, request) => {
  const { questionnaire, document, form } = site.consultation
  const { reference, answers } = request.response
  if (!reference) return nothingYet(site)
  if (hasNoForm(site, request)) return { redirect: '/check' }
  const { placements, pages } = (await releasedForm(site, request, 'final')).filled
  const all = questionsOf(questionnaire)
  const view: CoverView = {
    reference,
    document,
    name: nameIn(site.consultation, answers),
    pages: Array.from({ length: pages }, (_, index) => ({
      number: index + 1,
      says: saysOn(questionnaire, placements, index + 1),
    })),
    answers: all.filter((question) => sayAnswer(question, answers[question.id]).length > 0).length,
    of: all.length,
    note: form.note ?? null,
    post: postView(site.consultation, request.now),
  }
  return { page: 'cover', view }
})
