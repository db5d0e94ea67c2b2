import { veiled } from '../delivery/mailbox.ts'
import type { Proof } from '../delivery/proof.ts'
import { sayMoment } from '../delivery/sayMoment.ts'
import { sayState } from '../delivery/sayState.ts'
import type { Sent } from '../delivery/sending.ts'
import { isLate } from '../delivery/submission.ts'
import { sayOwn } from './doneBefore.ts'
import { responseFileName } from './formFile.ts'
import { hasSent } from './hasSent.ts'
import { nothingYet } from './nothingYet.ts'
import { whenOpen } from './open.ts'
import { doorAt, saysTheSame } from './oursView.ts'
import { postView } from './postView.ts'
import type { SentView, VersionView } from './sendViews.ts'
import { remedyFor, sayWay } from './sentSteps.ts'
import type { OpenRequest, Site } from './site.ts'

const lateTimes = ({ consultation }: Site, { submission }: Sent): VersionView['late'] => {
  if (!isLate(consultation, submission)) return null
  const say = (at: number) => sayMoment(at, consultation.timeZone)
  const { onDeviceAt, firstByteAt, committedAt } = submission
  return {
    onDevice: onDeviceAt === null ? null : say(onDeviceAt),
    firstByte: say(firstByteAt),
    committed: say(committedAt),
  }
}

// Who has the link or the code of a response is not always its person: the whole address is for the browser that proved it.
const shownAddress = ({ submission: { frozen } }: Sent, proof: Proof | null): string => {
  if (!frozen?.address) return 'you'
  return proof?.provedAt && proof.address === frozen.address ? frozen.address : veiled(frozen.address)
}

const versionView = (site: Site, sent: Sent, proof: Proof | null, now: number): VersionView => ({
  version: sent.submission.version,
  steps: sayWay(site.consultation, sent, proof, site.sending.way, now),
  copy: sent.copy
    ? `Your copy, to ${shownAddress(sent, proof)}: ${sayState(site.consultation, sent.copy, now)}.`
    : null,
  late: lateTimes(site, sent),
  remedy: remedyFor(site.consultation, sent, now),
})

const mayReplace = async (site: Site, newest: Sent, request: OpenRequest): Promise<boolean> =>
  site.sending.way !== null && doorAt(site, request.now) !== 'closed' && !(await saysTheSame(site, newest, request))

/** Where a response stands: every version's way, what the person did themselves, and what can be done at this hour. */
export const sent = whenOpen(async (site, request) => {
  const { consultation, sending } = site
  const { response, now } = request
  if (!response.reference) return nothingYet(site)
  const [versions, own, proof] = await Promise.all([
    sending.sent(response.id),
    sending.ownWayOf(response.id),
    sending.proofOf(request),
  ])
  const [newest] = versions
  if (!newest && !own) return { redirect: '/send' }
  const shown = versions.map((each) => versionView(site, each, proof, now))
  const view: SentView = {
    reference: response.reference,
    versions: shown,
    own: own && sayOwn(site, own),
    next: newest && (await mayReplace(site, newest, request)) ? newest.submission.version + 1 : null,
    to: { address: consultation.email.address, note: consultation.email.note ?? null },
    download: `/take/${responseFileName(consultation, response.reference)}`,
    post: postView(consultation, now),
    says: shown[0]?.steps.findLast(({ mark }) => mark !== 'next')?.words ?? '',
  }
  return { page: 'sent', view }
})

async function* changesOf(changes: AsyncIterable<void>): AsyncGenerator<string> {
  for await (const _ of changes) yield 'changed'
}

/** Tells a browser that watches the page each time something may have changed; what, the page itself says. */
export const sentEvents = whenOpen(async (site, { response, signal }) => {
  if (!(await hasSent(site, response))) return { redirect: '/send' }
  return { events: changesOf(site.sending.changes(response.id, signal ?? new AbortController().signal)) }
})
