import type { Sent } from '../delivery/sending.ts'
import { doorAt, saysTheSame } from './oursView.ts'
import type { ChangedSinceView } from './sendViews.ts'
import type { OpenRequest, Site } from './site.ts'

/** The newest version and the one that Send would make now, where the answers are others by now and Send is open; else null. */
export const changedSince = async (
  site: Site,
  request: OpenRequest,
  newest: Sent | undefined,
): Promise<ChangedSinceView> => {
  if (!newest || site.sending.way === null || doorAt(site, request.now) === 'closed') return null
  if (await saysTheSame(site, newest, request)) return null
  return { version: newest.submission.version, next: newest.submission.version + 1 }
}
