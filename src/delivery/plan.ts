import type { Consultation } from '../consultation/consultation.ts'
import type { QueuedLetter } from './letter.ts'
import { domainOf } from './mailbox.ts'
import { isLate, type Submission } from './submission.ts'

const MINUTE = 60_000

/** Versions of one response that are taken in an hour: enough to correct what one sees, too few to fill a mailbox with. */
export const VERSIONS_AN_HOUR = 5

/** How many minutes until another version may be kept at `now` (ms, UTC); null when at once. The newest comes first. */
export const minutesToNext = (versions: Pick<Submission, 'committedAt'>[], now: number): number | null => {
  const until = (versions[VERSIONS_AN_HOUR - 1]?.committedAt ?? Number.NEGATIVE_INFINITY) + 60 * MINUTE
  return until > now ? Math.min(60, Math.ceil((until - now) / MINUTE)) : null
}

/** A letter about one version; two of the same kind about the same version are one. */
export const letterAbout = ({ id, frozen }: Submission, letter: 'response' | 'copy' | 'late'): QueuedLetter => ({
  letter,
  to: letter === 'response' ? null : (frozen?.address ?? null),
  submissionId: id,
  data: {},
  once: `${letter} ${id}`,
})

/**
 * What a version that was kept sets going: the response to the body and a copy to its person; of a late one only a letter
 * that says so, unless the pack takes late ones. Nothing is written to a person without an address.
 */
export const lettersFor = (submission: Submission, consultation: Consultation): QueuedLetter[] => {
  const late = isLate(consultation, submission)
  const toBody = !late || consultation.late === 'send' ? [letterAbout(submission, 'response')] : []
  const kinds: ('copy' | 'late')[] = [
    ...(toBody.length > 0 ? ['copy' as const] : []),
    ...(late ? ['late' as const] : []),
  ]
  const toPerson = submission.frozen?.address ? kinds.map((kind) => letterAbout(submission, kind)) : []
  return [...toBody, ...toPerson]
}

/**
 * What makes Message-IDs, with their angle brackets, at the domain of the campaign's address. That of a response follows
 * from reference and version, so that whoever gets it twice can tell; every other is by chance.
 */
export const messageIdsAt =
  (from: string) =>
  ({ letter }: Pick<QueuedLetter, 'letter'>, version: Pick<Submission, 'reference' | 'version'> | null): string => {
    const own = letter === 'response' && version?.reference ? `${version.reference}.${version.version}` : null
    return `<${own ?? crypto.randomUUID()}@${domainOf(from)}>`
  }
