import type { Answers } from '../questionnaire/answers.ts'
import { questionsOf } from '../questionnaire/questionnaire.ts'
import type { BroughtView } from './answerViews.ts'
import { broughtPage, readBrought } from './brought.ts'
import { consentWording, hasAgreed, MUST_AGREE } from './consent.ts'
import { noResponse } from './open.ts'
import type { PageRequest } from './request.ts'
import type { Controller, Site } from './site.ts'
import type { Problem } from './viewParts.ts'

const broughtIn = ({ consultation }: Site, { fields }: PageRequest): Answers =>
  Object.fromEntries(
    questionsOf(consultation.questionnaire).flatMap((question) => {
      const values = fields[`answer-${question.id}`]
      if (!values) return []
      return [[question.id, question.kind === 'any-of' ? values : values.join('\n')]]
    }),
  )

const undecided = ({ answers }: BroughtView): Problem[] =>
  answers
    .filter(({ saved, use }) => saved && !use)
    .map(({ id, text }) => ({ field: `use-${id}`, text: `Choose which answer to keep: ${text}` }))

/** The brought answers again, as a page, from the fields that carried them. */
export const showBroughtAgain: Controller = (site, request) =>
  broughtPage(site, request, readBrought(site, broughtIn(site, request)).answers, [])

/** Keeps the answers of a PDF that was brought back, with the consent that a new response needs. */
export const keepBrought: Controller = async (site, request) => {
  const { answers, problems } = readBrought(site, broughtIn(site, request))
  const page = broughtPage(site, request, answers, problems)
  if (page.page !== 'brought') return page
  const wrong = [...problems, ...undecided(page.view)]
  if (page.view.needsConsent && !hasAgreed(request)) wrong.push(MUST_AGREE)
  if (wrong.length > 0) return { ...page, status: 422, problems: wrong }

  const { responses } = site
  const opened = request.response && request.key ? { key: request.key, response: request.response } : null
  const { key, response } = opened ?? (await responses.begin(consentWording(site), request.now))
  const kept = Object.entries(answers).filter(([id]) => request.fields[`use-${id}`]?.join() !== 'saved')
  const saved = await responses.save(response.id, key, Object.fromEntries(kept), request.now)
  return saved ? { redirect: '/check', key: { carry: key } } : noResponse(site, request)
}
