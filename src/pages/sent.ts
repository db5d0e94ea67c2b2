import { hasClosed, timeLeft } from '../consultation/closing.ts'
import { responseFileName } from '../delivery/responseFileName.ts'
import type { Sent } from '../delivery/sending.ts'
import { stateOf } from '../delivery/state.ts'
import { changedSince } from './changedSince.ts'
import { sayOwn } from './doneBefore.ts'
import { hasSent } from './hasSent.ts'
import { nothingYet } from './nothingYet.ts'
import { whenOpen } from './open.ts'
import { postView } from './postView.ts'
import type { SentView } from './sendViews.ts'
import type { Site } from './site.ts'
import { versionView } from './versionView.ts'

const remedyWords = ({ consultation }: Site, remedy: 'now' | 'safe' | null, now: number): string | null => {
  if (!remedy) return null
  return hasClosed(consultation, now)
    ? 'What still works'
    : remedy === 'now'
      ? 'Do this now'
      : 'To be safe, do this now'
}

/** What is left for a person to do whose newest version was taken; null where that is said otherwise. */
const leadFor = ({ response }: Sent, now: number): string | null => {
  const state = response && stateOf(response, now)
  if (state === 'accepted') return 'You need do nothing more. Keep your reference.'
  return state === 'handed-over' ? 'Nothing more for now: we write to you if it comes back.' : null
}

/** Where a response stands: every version's way, what the person did themselves, and what can be done at this hour. */
export const sent = whenOpen(async (site, request) => {
  const { consultation, sending } = site
  const { response, key, now } = request
  if (!response.reference) return nothingYet(site)
  const [versions, own, proof] = await Promise.all([
    sending.sent(response.id),
    sending.ownWayOf(response.id),
    sending.proofOf(request),
  ])
  const [newest] = versions
  if (!newest && !own) return { redirect: '/send' }
  const shown = versions.map((_, index) => versionView(site, versions, index, proof, now))
  const changed = await changedSince(site, request, newest)
  const remedy = remedyWords(site, shown[0]?.remedy ?? null, now)
  const standing = shown[0]?.steps.findLast(({ mark }) => mark !== 'next')?.words
  const view: SentView = {
    reference: response.reference,
    code: await site.responses.returnCodeOf(key),
    lead: newest && !changed ? leadFor(newest, now) : null,
    versions: shown,
    own: own && sayOwn(site, own),
    changed,
    to: { address: consultation.email.address, note: consultation.email.note ?? null },
    download: `/take/${responseFileName(consultation, response.reference)}`,
    post: postView(consultation, now),
    // What is not delivered says “do this now” itself.
    says: [standing, remedy === 'Do this now' ? null : remedy].filter(Boolean).join('. '),
    left: remedy && timeLeft(consultation, now),
    remedy,
  }
  return { page: 'sent', view }
})

async function* changesOf(changes: AsyncIterable<void>): AsyncGenerator<string> {
  for await (const _ of changes) yield 'changed'
}

/** Tells a browser that watches the page each time something may have changed; what, the page itself says; beyond a few, pages are reloaded. */
export const sentEvents = whenOpen(async (site, { response, signal }) => {
  if (!(await hasSent(site, response))) return { redirect: '/send' }
  const changes = site.sending.changes(response.id, signal ?? new AbortController().signal)
  return changes ? { events: changesOf(changes) } : { nothing: true }
})
