import type { Answer, Answers } from '../questionnaire/answers.ts'
import type { Page } from '../questionnaire/questionnaire.ts'
import { readAnswer } from '../questionnaire/readAnswer.ts'
import type { Expect } from '../responses/response.ts'
import type { Changes } from '../responses/responses.ts'
import { noResponse, whenOpen } from './open.ts'
import type { Outcome } from './outcome.ts'
import { onwards, pageNamed, questionPage, returnOf } from './question.ts'
import { savedElsewhere } from './seen.ts'
import type { OpenRequest, Site } from './site.ts'
import { unprintableProblems } from './unprintable.ts'
import type { Problem } from './viewParts.ts'

type PageReading = { answers: Changes; problems: Problem[] }

const readPage = (page: Page, fields: Record<string, string[]>): PageReading => {
  const reading: PageReading = { answers: {}, problems: [] }
  for (const question of page.questions) {
    // A browser sends every text and only the chosen options; what did not come at all must not empty what is saved.
    const values = fields[question.id] ?? (question.kind === 'any-of' ? [] : null)
    if (!values) continue
    const read = readAnswer(question, values)
    if ('problem' in read) reading.problems.push({ field: question.id, text: read.problem })
    else reading.answers[question.id] = read.answer
  }
  return reading
}

const withoutBlanks = (answers: Changes): Answers =>
  Object.fromEntries(Object.entries(answers).filter((entry): entry is [string, Answer] => entry[1] !== null))

const CHANGED_ELSEWHERE =
  'These answers were changed on another device, or in another window, since you opened this page. ' +
  'Nothing was saved just now. What is saved stands below; what you typed is still in its place. ' +
  'Press Continue to keep what you typed.'

const changedElsewhere = async (site: Site, page: Page, request: OpenRequest, typed: Changes): Promise<Outcome> => {
  const response = await site.responses.visit(request.key, request.now)
  if (!response) return noResponse(site, request)
  const elsewhere = await savedElsewhere(page, request, typed, response.answers)
  const shown = await questionPage(site, page, { ...request, response }, [], elsewhere)
  return { ...shown, status: 409, notice: CHANGED_ELSEWHERE }
}

/** Continue: saves a page's answers, or gives the page back with all that was typed and what is wrong. */
export const saveQuestion = whenOpen(async (site, request) => {
  const page = pageNamed(site, request)
  if (!page) return { page: 'not-found', status: 404, view: {} }
  const { answers, problems } = readPage(page, request.fields)
  if (problems.length > 0) return { ...(await questionPage(site, page, request, problems)), status: 422 }

  // Asked again within the save itself: between a question asked before it and the save, another device could be quicker.
  const seenAll: Expect = async (current) => (await savedElsewhere(page, request, answers, current)).length === 0
  const saved = await site.responses.saveIf(seenAll, request.response.id, request.key, answers, request.now)
  if (saved === 'changed') return changedElsewhere(site, page, request, answers)
  if (!saved) return noResponse(site, request)
  const unprintable = unprintableProblems(site, page, withoutBlanks(answers))
  if (unprintable.length > 0) {
    return {
      ...(await questionPage(site, page, { ...request, fields: {}, response: saved }, unprintable)),
      status: 422,
    }
  }
  return { redirect: onwards(site, page, returnOf(request)) }
})
