import { consentWording, hasAgreed, keptUntil, MUST_AGREE } from './consent.ts'
import type { PageOutcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Controller, Site } from './site.ts'

const beginPage = (site: Site, request: PageRequest): PageOutcome => ({
  page: 'begin',
  view: {
    consent: consentWording(site),
    agreed: hasAgreed(request),
    holder: site.holder,
    until: keptUntil(site, request.now),
  },
})

/** The page that asks for consent, unticked; somebody with a response open goes on with it. */
export const showBegin: Controller = (site, request) =>
  request.response ? { redirect: '/tasks' } : beginPage(site, request)

const firstPage = ({ consultation }: Site): string => `/questions/${consultation.questionnaire.pages[0]?.id}`

/** Begins a response with the consent given, and opens it in this browser. */
export const begin: Controller = async (site, request) => {
  if (request.response) return { redirect: '/tasks' }
  if (hasAgreed(request)) {
    const { key } = await site.responses.begin(consentWording(site), request.now)
    return { redirect: firstPage(site), key: { carry: key } }
  }
  return { ...beginPage(site, request), status: 422, problems: [MUST_AGREE] }
}
