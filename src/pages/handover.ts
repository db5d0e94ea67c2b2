import { responseFileName } from '../delivery/responseFileName.ts'
import { inGroups } from '../responses/alphabet.ts'
import { sayBlanks } from './blanks.ts'
import { hasAgreed } from './consent.ts'
import { byAVolunteersWord, forTheTray, takenAlong, toGoOnOnline } from './endings.ts'
import { listed } from './listed.ts'
import { onTablet, type TabletSite, withPerson } from './onTablet.ts'
import { doorAt } from './oursView.ts'
import type { PageOutcome } from './outcome.ts'
import { unprintablePages } from './released.ts'
import type { PageRequest } from './request.ts'
import { emptied } from './shift.ts'
import type { OpenRequest } from './site.ts'
import type { Problem } from './viewParts.ts'
import { MUST_AGREE_TO_VOUCH, yesWording } from './vouching.ts'

const unprintableWords = (site: TabletSite, request: OpenRequest): string | null => {
  const characters = unprintablePages(site, request).flatMap((on) => on.characters)
  if (characters.length === 0) return null
  return `The form’s letters do not include ${listed([...new Set(characters)])}, so it can be neither printed nor sent as it is. Go back and write that in another way, or leave it so: every word is kept as you wrote it.`
}

const handoverPage = async (
  site: TabletSite,
  request: OpenRequest & { reference: string },
  tried: { status?: number; problems?: Problem[] } = {},
): Promise<PageOutcome> => {
  const { consultation, tablet } = site
  const { reference, response, now } = request
  const { signal } = await tablet.status()
  return {
    page: 'handover',
    view: {
      ...{
        reference: inGroups(reference),
        signal,
        mail: tablet.mail,
        door: doorAt(site, now),
        file: responseFileName(consultation, reference),
      },
      blanks: sayBlanks(consultation.questionnaire, response.answers),
      unprintable: unprintableWords(site, request),
      yes: yesWording(site),
      agreed: hasAgreed(request),
    },
    ...tried,
  }
}

/** The end: print it, send it, take it away, or nothing. */
export const showHandover = withPerson((site, request) => handoverPage(site, request))

/** The person has come to the end: left alone from here on, their answers are kept for the tray. */
export const reachHandover = withPerson(async ({ tablet }) => {
  await tablet.finishing()
  return { redirect: '/handover' }
})

const says = ({ fields }: PageRequest, name: string): boolean => fields[name]?.[0] === 'yes'

/** Puts it into the tray; with a private link on its slip only where the person wants one. */
export const printAtHandover = withPerson(async ({ tablet }, request) => {
  const link = says(request, 'link')
  await tablet.finish(request.response, forTheTray(link), request.now)
  return { redirect: emptied('finished', 'tray') }
})

/** Sends it by the volunteer's word, for a person without email who said yes to just this. */
export const vouchAtHandover = withPerson(async (site, request) => {
  const { response, now } = request
  if (!hasAgreed(request)) return handoverPage(site, request, { status: 422, problems: [MUST_AGREE_TO_VOUCH] })
  await site.tablet.finish(response, byAVolunteersWord({ at: now, wording: yesWording(site) }), now)
  return { redirect: emptied('finished', 'vouched') }
})

const NO_SIGNAL: Problem = {
  field: 'send',
  text: 'There is no signal just now, and we can email a code only with it. Nothing was sent. Everything is still here: choose another way, or try again.',
}

/** Goes on online, where a code is sent to the person's own phone. */
export const sendAtHandover = withPerson(async (site, request) => {
  const { tablet } = site
  if (!(await tablet.reach())) return handoverPage(site, request, { status: 503, problems: [NO_SIGNAL] })
  const { sent, visit, link } = await tablet.finish(request.response, toGoOnOnline, request.now)
  const isOpen = sent && visit !== null && link !== null && (await tablet.goOnOnline(visit, link))
  return { redirect: isOpen ? '/send' : '/handover/qr' }
})

/** What happens when a person goes on on their own phone. */
export const askPhone = withPerson(async ({ tablet }) => {
  const [{ signal }, person] = await Promise.all([tablet.status(), tablet.person()])
  return { page: 'to-phone', view: { signal, back: person?.finishing ? '/handover' : '/tasks' } }
})

/** Moves the response off the tablet; its link is shown for the person's own phone. */
export const goToPhone = withPerson(async ({ tablet }, { response, now }) => {
  const person = await tablet.person()
  await tablet.finish(response, takenAlong(person?.finishing ?? false), now)
  return { redirect: '/handover/qr' }
})

/** Nothing is done with it: kept with a link, or deleted at once. */
export const nothingAtHandover = withPerson(async ({ tablet }, request) => {
  if (says(request, 'keep')) {
    await tablet.finish(request.response, takenAlong(true), request.now)
    return { redirect: '/handover/qr' }
  }
  await tablet.clear()
  return { redirect: emptied('left', 'deleted') }
})

/** Nothing was said yet, so that there is nothing to hand over: on to the questions. */
export const nothingToHandOver = onTablet(({ consultation }) => ({
  redirect: `/questions/${consultation.questionnaire.pages[0]?.id}`,
}))
