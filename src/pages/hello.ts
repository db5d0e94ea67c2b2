import type { TextSize } from '../stall/tablet.ts'
import { consentWording, hasAgreed, keptUntil, MUST_AGREE } from './consent.ts'
import { onTablet, type TabletSite } from './onTablet.ts'
import type { PageOutcome } from './outcome.ts'
import { QUICK } from './quickPage.ts'
import type { PageRequest } from './request.ts'

const SIZES: { id: TextSize; label: string }[] = [
  { id: 'normal', label: 'Normal' },
  { id: 'large', label: 'Large' },
  { id: 'largest', label: 'Very large' },
]

const chosenIn = ({ fields }: PageRequest) => ({
  size: SIZES.find(({ id }) => id === fields.size?.[0])?.id ?? 'normal',
  assisted: fields.assisted?.[0] === 'yes',
  quick: fields.quick?.[0] === 'yes',
})

const helloPage = (site: TabletSite, request: PageRequest): PageOutcome => {
  const { consultation, holder } = site
  const { size, assisted, quick } = chosenIn(request)
  const sizes = SIZES.map((one) => ({ ...one, chosen: one.id === size }))
  const minutes = { whole: consultation.minutes, quick: consultation.quick?.minutes ?? null }
  const [consent, until] = [consentWording(site), keptUntil(site, request.now)]
  return {
    page: 'hello',
    view: { consent, agreed: hasAgreed(request), holder, until, minutes, sizes, assisted, quick },
  }
}

const isInUse = async ({ tablet }: TabletSite): Promise<boolean> =>
  ((await tablet.person()) ?? (await tablet.showing())) !== null

/** Before a person begins at a stall: what is read aloud, and how they like to read and write. */
export const showHello = onTablet(async (site, request) =>
  (await isInUse(site)) ? { redirect: '/stall' } : helloPage(site, request),
)

/** Begins a response on the tablet with the consent given, on the whole way or the short one. */
export const sayHello = onTablet(async (site, request) => {
  if (await isInUse(site)) return { redirect: '/stall' }
  if (!hasAgreed(request)) return { ...helloPage(site, request), status: 422, problems: [MUST_AGREE] }
  const { quick, ...person } = chosenIn(request)
  await site.tablet.begin(person, consentWording(site), request.now)
  return {
    redirect: `/questions/${quick && site.consultation.quick ? QUICK : site.consultation.questionnaire.pages[0]?.id}`,
  }
})
