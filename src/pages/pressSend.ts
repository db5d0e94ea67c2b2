import { sayClosing } from '../consultation/closing.ts'
import type { Proof } from '../delivery/proof.ts'
import { changedPage } from './changed.ts'
import { hasAgreed } from './consent.ts'
import { noResponse, whenOpen } from './open.ts'
import { doorAt, saysTheSame } from './oursView.ts'
import type { Outcome } from './outcome.ts'
import { deviceTimeOf, pressKeyOf } from './pressKey.ts'
import { hasNoForm } from './released.ts'
import { seenOfAll } from './seen.ts'
import { sendPage } from './send.ts'
import { MUST_AGREE_TO_SEND, sendWording } from './sendConsent.ts'
import type { OpenRequest, Site } from './site.ts'
import type { Problem } from './viewParts.ts'

const codeProblems = {
  wrong: 'That is not the code in our newest email. Look at its six digits again.',
  over: 'That code is over: it was used, tried too often, or it is older than ten minutes. Ask for a new one below.',
  none: 'Type your email address first: we send a code to it.',
}

/** What is wrong with how a person says who they are; null once their address is proved. */
const proofProblem = async (site: Site, request: OpenRequest): Promise<Problem | null> => {
  const { fields, now } = request
  const proof = await site.sending.proofOf(request)
  if (!proof) return { field: 'email', text: codeProblems.none }
  if (proof.provedAt !== null) return null
  const digits = (fields.code?.[0] ?? '').replace(/[\s-]/g, '')
  if (digits === '') return { field: 'code', text: `Type the six digits that we sent to ${proof.address}.` }
  const entered = await site.sending.enterCode(request, digits, now)
  // Of two presses at once the other one used the code up: the address is proved for both.
  if (entered === 'right' || (await site.sending.proofOf(request))?.provedAt) return null
  return { field: entered === 'none' ? 'email' : 'code', text: codeProblems[entered] }
}

const sayWait = (minutes: number): string =>
  `Nothing was sent just now: five versions were, within the hour. Your answers are kept here. Please wait ${minutes} minutes, or use one of the two other ways.`

const frozenAt = async (site: Site, { response, now }: OpenRequest, { address }: Proof) => {
  const assisted = await site.stalls.assistedBy(response.id)
  const consent = { at: now, wording: sendWording(site) }
  return { address, consent, vouched: null, ...(assisted ? { assisted } : {}) }
}

const pressWith = async (site: Site, request: OpenRequest, proof: Proof): Promise<Outcome> => {
  const { response, fields, now, shiftKey } = request
  const { questionnaire } = site.consultation
  const pressed = await site.sending.press({
    responseId: response.id,
    key: request.key,
    press: pressKeyOf(request),
    seen: async (answers) => (await seenOfAll(questionnaire, answers)) === fields.seen?.[0],
    frozen: await frozenAt(site, request, proof),
    onDeviceAt: deviceTimeOf(request),
    firstByteAt: now,
  })
  if ('kept' in pressed && shiftKey) await site.stalls.sentFrom(shiftKey, now)
  if ('gone' in pressed) return noResponse(site, request)
  if ('wait' in pressed) return sendPage(site, request, { status: 429, notice: sayWait(pressed.wait) })
  if ('changed' in pressed) return changedPage(site, request, pressed.changed)
  return { redirect: '/sent' }
}

const sayTooLate = ({ consultation }: Site, now: number): string => {
  const { time, day } = sayClosing(consultation, now)
  return `Nothing was sent: the consultation closed at ${time}, on ${day}.`
}

/** Send: keeps what stands there as a version and queues it, once for each press, or says what is missing. */
export const pressSend = whenOpen(async (site, request) => {
  const { response, now } = request
  if (!site.sending.way || !response.reference || hasNoForm(site, request)) {
    return { redirect: '/send' }
  }
  if (doorAt(site, now) === 'closed') {
    // The reply to a press in time may have been lost on the way: pressing again must not say that it came to nothing.
    const [newest] = await site.sending.sent(response.id)
    if (newest && (await saysTheSame(site, newest, request))) return { redirect: '/sent' }
    return sendPage(site, request, { status: 409, notice: sayTooLate(site, now) })
  }
  const unproved = await proofProblem(site, request)
  const problems = [...(unproved ? [unproved] : []), ...(hasAgreed(request) ? [] : [MUST_AGREE_TO_SEND])]
  const proof = await site.sending.proofOf(request)
  if (problems.length > 0 || !proof) return sendPage(site, request, { status: 422, problems })
  return pressWith(site, request, proof)
})
