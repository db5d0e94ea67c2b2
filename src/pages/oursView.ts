import { hasClosed } from '../consultation/closing.ts'
import { sayMoment } from '../delivery/sayMoment.ts'
import { sayState } from '../delivery/sayState.ts'
import type { Sent } from '../delivery/sending.ts'
import { hasAgreed } from './consent.ts'
import { pressKeyOf } from './pressKey.ts'
import { seenOfAll } from './seen.ts'
import { sendWording } from './sendConsent.ts'
import type { OursView } from './sendViews.ts'
import type { OpenRequest, Site } from './site.ts'
import { asSentence } from './stepNotes.ts'

type Consulted = Pick<Site, 'consultation'>

/** Whether Send is open for a request: judged by its first byte (`now`), and by whether the pack takes late ones. */
export const doorAt = ({ consultation }: Consulted, now: number): OursView['door'] => {
  if (!hasClosed(consultation, now)) return 'open'
  return consultation.late === 'send' ? 'late' : 'closed'
}

/** Where a version's letter to the body is, in the fixed words. */
export const sayStanding = ({ consultation }: Consulted, { response }: Sent, now: number): string =>
  response ? sayState(consultation, response, now) : 'late: kept here, not sent'

const sayVersion = (site: Consulted, sent: Sent, now: number): NonNullable<OursView['before']> => ({
  version: sent.submission.version,
  at: sayMoment(sent.submission.committedAt, site.consultation.timeZone),
  stands: asSentence(sayStanding(site, sent, now)),
})

/** True when the newest version says what the answers say now. */
export const saysTheSame = async ({ consultation }: Consulted, newest: Sent, { response }: OpenRequest) => {
  const { frozen } = newest.submission
  if (!frozen) return false
  const print = (answers: typeof frozen.answers) => seenOfAll(consultation.questionnaire, answers)
  return (await print(frozen.answers)) === (await print(response.answers))
}

/** "We send it" as the page shows it, with all that was typed; null where no mail is set up. */
export const oursView = async (site: Site, request: OpenRequest, newest: Sent | null): Promise<OursView | null> => {
  const { consultation, sending } = site
  const { response, fields, query, now } = request
  if (!sending.way || !sending.from) return null
  const proof = query.address === 'other' ? null : await sending.proofOf(request)
  const asked = proof ? (proof.provedAt === null ? 'code' : 'proved') : 'address'
  return {
    way: sending.way,
    from: sending.from,
    door: doorAt(site, now),
    step: newest && (await saysTheSame(site, newest, request)) ? 'sent' : asked,
    email: fields.email?.[0] ?? '',
    letter: asked === 'code' ? await sending.codeLetterOf(request) : 'sent',
    address: proof?.address ?? null,
    code: fields.code?.[0] ?? '',
    consent: sendWording(site),
    agreed: hasAgreed(request),
    press: pressKeyOf(request),
    seen: fields.seen?.[0] || (await seenOfAll(consultation.questionnaire, response.answers)),
    before: newest ? sayVersion(site, newest, now) : null,
    next: (newest?.submission.version ?? 0) + 1,
  }
}
