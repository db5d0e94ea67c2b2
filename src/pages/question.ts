import { progressOf } from '../questionnaire/progress.ts'
import type { Page } from '../questionnaire/questionnaire.ts'
import { whenOpen } from './open.ts'
import type { PageOutcome } from './outcome.ts'
import { questionView, valuesOf } from './questionView.ts'
import type { QuestionPageView } from './questionViews.ts'
import { QUICK, quickPage } from './quickPage.ts'
import { seenOf } from './seen.ts'
import type { OpenRequest, Site } from './site.ts'
import { unprintableProblems } from './unprintable.ts'
import type { Problem } from './viewParts.ts'

/** The page of the questionnaire that an address names, or undefined. */
export const pageNamed = ({ consultation }: Site, { params }: OpenRequest): Page | undefined =>
  (params.page === QUICK ? quickPage(consultation) : null) ??
  consultation.questionnaire.pages.find(({ id }) => id === params.page)

/** Where Continue and Skip lead from a page: to the next one, or to the check when it was the last or is being mended. */
export const onwards = ({ consultation: { questionnaire } }: Site, page: Page, returnTo: string | null): string => {
  const next = page.id === QUICK ? null : questionnaire.pages[questionnaire.pages.indexOf(page) + 1]
  return returnTo === 'check' || !next ? '/check' : `/questions/${next.id}`
}

/** The page that stood before: the check, the page before on paper, or the list. */
const backwards = ({ consultation: { questionnaire } }: Site, page: Page, returnTo: string | null): string => {
  const previous = questionnaire.pages[questionnaire.pages.indexOf(page) - 1]
  if (returnTo === 'check') return '/check'
  return previous ? `/questions/${previous.id}` : '/tasks'
}

/** "check" where the visitor came from the check page, by the link or by the field that carries it on. */
export const returnOf = ({ fields, query }: OpenRequest): 'check' | null =>
  (fields.return?.[0] ?? query.return) === 'check' ? 'check' : null

const position = ({ consultation: { questionnaire } }: Site, page: Page, { response }: OpenRequest) => {
  if (page.id === QUICK) return { at: 1, of: 1, steps: [{ done: false, here: true }] }
  return {
    at: questionnaire.pages.indexOf(page) + 1,
    of: questionnaire.pages.length,
    steps: questionnaire.pages.map((step) => ({
      done: progressOf(step, response.answers) === 'done',
      here: step === page,
    })),
  }
}

/** A question's page with the values as typed, or else as saved. */
export const questionPage = async (
  site: Site,
  page: Page,
  request: OpenRequest,
  problems: Problem[],
  elsewhere: QuestionPageView['elsewhere'] = [],
): Promise<PageOutcome> => {
  const returnTo = returnOf(request)
  const view: QuestionPageView = {
    id: page.id,
    title: page.title,
    action: `/questions/${page.id}`,
    position: position(site, page, request),
    back: backwards(site, page, returnTo),
    skip: onwards(site, page, returnTo),
    questions: page.questions.map((question) =>
      questionView(site, question, valuesOf(question, request.fields, request.response.answers), problems),
    ),
    prompts: page.prompts,
    facts: page.facts,
    premise: page.premise ?? null,
    // What was typed over an older page stays bound to that page, until the person has been shown what is newer.
    seen: (elsewhere.length === 0 && request.fields.seen?.[0]) || (await seenOf(page, request.response.answers)),
    elsewhere,
    returnTo,
  }
  return { page: 'question', view, problems }
}

/** One page of the questionnaire; what the form cannot show of the saved answers is named on it. */
export const showQuestion = whenOpen((site, request) => {
  const page = pageNamed(site, request)
  if (!page) return { page: 'not-found', status: 404, view: {} }
  return questionPage(site, page, request, unprintableProblems(site, page, request.response.answers))
})
