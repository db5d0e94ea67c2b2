import { veiled } from '../delivery/mailbox.ts'
import type { Proof } from '../delivery/proof.ts'
import { sayMoment } from '../delivery/sayMoment.ts'
import { sayState } from '../delivery/sayState.ts'
import type { Sent } from '../delivery/sending.ts'
import { isTaken, stateOf } from '../delivery/state.ts'
import { isLate } from '../delivery/submission.ts'
import type { VersionView } from './sendViews.ts'
import { remedyFor, sayWay } from './sentSteps.ts'
import type { Site } from './site.ts'

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

/** A proof confirms the version that it was given for: after the one before it, and before it was kept. */
const proofFor = ({ submission }: Sent, before: Sent | undefined, proof: Proof | null): Proof | null => {
  const at = proof?.provedAt ?? null
  if (at === null || at > submission.committedAt) return null
  return before && at <= before.submission.committedAt ? null : proof
}

const replacedBy = (next: Sent | undefined, now: number): VersionView['replaced'] => {
  if (!next?.response || stateOf(next.response, now) === 'withdrawn') return null
  const { version } = next.submission
  return isTaken(next.response) ? `Replaced by version ${version}` : `Version ${version} is to replace it`
}

/** One of a response's versions, the newest first, as the page about it shows it. */
export const versionView = (
  site: Site,
  versions: Sent[],
  index: number,
  proof: Proof | null,
  now: number,
): VersionView => {
  const sent = versions[index]!
  const own = proofFor(sent, versions[index + 1], proof)
  return {
    version: sent.submission.version,
    steps: sayWay(site.consultation, sent, own, site.sending.way, now),
    copy: sent.copy
      ? `Your copy, to ${shownAddress(sent, proof)}: ${sayState(site.consultation, sent.copy, now)}.`
      : null,
    late: lateTimes(site, sent),
    remedy: index === 0 ? remedyFor(site.consultation, sent, now) : null,
    replaced: replacedBy(versions[index - 1], now),
  }
}
