import { type Question, questionsOf } from '../questionnaire/questionnaire.ts'
import type { Outcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Controller, OpenRequest, Site } from './site.ts'

const isOpen = (request: PageRequest): request is OpenRequest => request.response !== null && request.key !== null

/** The words that came with a request, each under its question, so that a refusal can give them all back. */
export const typedIn = ({ consultation }: Site, fields: PageRequest['fields']): { label: string; text: string }[] => {
  const isText = (question: Question) => !('options' in question)
  return questionsOf(consultation.questionnaire)
    .filter(isText)
    .map(({ id, text }) => ({ label: text, text: (fields[id] ?? fields[`answer-${id}`] ?? []).join('\n') }))
    .filter(({ text }) => text.trim() !== '')
}

/** The page for a browser that has no response open: what to do, with every word that was typed. */
export const noResponse = (site: Site, request: PageRequest): Outcome => ({
  page: 'no-response',
  status: 403,
  view: { typed: typedIn(site, request.fields) },
})

/** A controller for those who have a response open; everybody else gets the page that says so. */
export const whenOpen =
  (controller: (site: Site, request: OpenRequest) => Outcome | Promise<Outcome>): Controller =>
  (site, request) =>
    isOpen(request) ? controller(site, request) : noResponse(site, request)
