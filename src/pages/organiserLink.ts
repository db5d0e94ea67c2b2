import { signInPage } from './organiser.ts'
import type { Controller } from './site.ts'

const USED =
  'This link opens nothing: it was used, it is older than a quarter of an hour, or it was cut short. Ask for another.'

/** The page behind a link from a letter, the same for every link: a mail scanner that follows it uses nothing up. */
export const showOrganiserLink: Controller = (_site, { params }) => ({
  page: 'organiser-link',
  view: { action: `/organiser/link/${encodeURIComponent(params.token ?? '')}` },
})

/** Signs this browser in, by a link that was not used before. */
export const signIn: Controller = async (site, request) => {
  const signedIn = await site.organisers.signIn(request.params.token ?? '', request.now)
  return signedIn
    ? { redirect: '/organiser', organiserKey: { carry: signedIn.key } }
    : { ...signInPage(request), status: 422, problems: [{ field: 'address', text: USED }] }
}

/** Ends this browser's key. */
export const signOut: Controller = async (site, { organiserKey }) => {
  if (organiserKey) await site.organisers.signOut(organiserKey)
  return { redirect: '/organiser', organiserKey: { drop: true } }
}
