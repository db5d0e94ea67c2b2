import { sayNumber } from '../organisers/ledgerWords.ts'
import { LINK_MS } from '../organisers/makeOrganisers.ts'
import { readLedger } from '../organisers/readLedger.ts'
import { ledgerView } from './organiserLedger.ts'
import type { Outcome, PageOutcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Controller, Site } from './site.ts'

const minutes = LINK_MS / 60_000

/** The form that asks for a link, with what was typed into it. */
export const signInPage = ({ fields }: PageRequest): PageOutcome => ({
  page: 'organiser',
  view: { address: fields.address?.[0] ?? '', minutes },
})

/** A controller for organisers; everybody else gets the form to sign in. */
export const whenOrganiser =
  (controller: (site: Site, request: PageRequest) => Outcome | Promise<Outcome>): Controller =>
  async (site, request) => {
    const { organiserKey: key, now } = request
    return key && (await site.organisers.isSignedIn(key, now)) ? controller(site, request) : signInPage(request)
  }

const countIn = (query: PageRequest['query'], name: string): number | null =>
  /^\d{1,4}$/.test(query[name] ?? '') ? Number(query[name]) : null

const doneIn = ({ query }: PageRequest): string | null => {
  const [again, told] = [countIn(query, 'again'), countIn(query, 'told')]
  if (again !== null) return again > 0 ? `Back in line: ${sayNumber(again)}.` : 'Nothing is left here to try again.'
  if (told) return `A letter goes to: ${sayNumber(told)}. Each is written once.`
  if (countIn(query, 'before')) return 'They have been written to already.'
  if (told === 0) return 'Nobody can be told: there is no address.'
  return null
}

/** The ledger for organisers, the form to sign in for others. */
export const showOrganiser = whenOrganiser(async (site, request) => {
  const ledger = await readLedger(site.post, site.consultation, request.now)
  return { page: 'organiser-ledger', view: ledgerView(site, ledger, doneIn(request)) }
})

/** Sends a link to an organiser; says the same whoever asks. */
export const askLink: Controller = async (site, request) => {
  const asked = await site.organisers.askLink(request.fields.address?.[0] ?? '', request.asker, request.now)
  if (asked === 'asked') return { redirect: '/organiser/asked' }
  const text = `That was asked for often from here. Please wait ${asked.wait === 1 ? 'a minute' : `${asked.wait} minutes`}, then try again.`
  return { ...signInPage(request), status: 429, problems: [{ field: 'address', text }] }
}

/** Says that a link is on its way, to whom it is known. */
export const showAsked: Controller = () => ({ page: 'organiser-asked', view: { minutes } })
