import type { OwnWay } from '../delivery/deliveryStore.ts'
import { sayMoment } from '../delivery/sayMoment.ts'
import type { Sent } from '../delivery/sending.ts'
import { stateOf } from '../delivery/state.ts'
import { sayStanding, saysTheSame } from './oursView.ts'
import type { SendView } from './sendViews.ts'
import type { OpenRequest, Site } from './site.ts'

/** A way that a person says they took, and when (ms, UTC). */
export type Own = { way: OwnWay; at: number }

const ownWords: Record<OwnWay, string> = {
  'own-mailbox': 'You told us that you sent it from your own mailbox',
  post: 'You told us that you posted it',
  hand: 'You told us that you handed it in',
}

/** What a person told us that they did themselves, as a sentence with its time. */
export const sayOwn = ({ consultation: { timeZone } }: Pick<Site, 'consultation'>, { way, at }: Own): string =>
  `${ownWords[way]}, at ${sayMoment(at, timeZone)}.`

const isEnough = async (site: Site, newest: Sent, request: OpenRequest): Promise<boolean> =>
  newest.response !== null &&
  ['accepted', 'handed-over'].includes(stateOf(newest.response, request.now)) &&
  (await saysTheSame(site, newest, request))

/** What a person has done with these answers before, and whether they need no other way; null where nothing was. */
export const doneBefore = async (
  site: Site,
  request: OpenRequest,
  newest: Sent | null,
  own: Own | null,
): Promise<SendView['done']> => {
  const { response, now } = request
  const isOwn = own !== null && (response.savedAt ?? 0) <= own.at
  const sent = newest && `Version ${newest.submission.version}: ${sayStanding(site, newest, now)}.`
  if (newest && sent && (await isEnough(site, newest, request))) return { says: sent, enough: true }
  if (own && isOwn) return { says: sayOwn(site, own), enough: true }
  const says = sent ?? (own && sayOwn(site, own))
  return says ? { says, enough: false } : null
}
