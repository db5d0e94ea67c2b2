import type { Consultation } from '../consultation/consultation.ts'
import { sha256 } from '../pdf/found/sha256.ts'
import { asItStands } from './asItStands.ts'
import { CannotBeMade } from './cannotBeMade.ts'
import type { Carrier, Phases, Verdict } from './carrier.ts'
import type { Compositor } from './compositor.ts'
import type { Claim, Contents, DeliveryStore } from './deliveryStore.ts'
import { isPastTrying } from './retry.ts'

/** What a try needs. */
export type TryParts = {
  store: DeliveryStore
  carrier: Carrier
  compositor: Compositor
  consultation: Consultation
  clock: () => number
  /** False for a while after the clock was set: then nothing is given up because of it. */
  believed(): boolean
  /** Told after each write that a person's page could show. */
  changed(responseId: string | null): void
}

class Stopped extends Error {}

// A letter claimed so often and never tried took its worker down with it each time.
const CLAIMS_WITHOUT_TRY = 20

/** How long a try of a letter to a person may take (ms): a server that dawdles must not hold up everybody's codes. */
const PERSONS_TRY_MS = 20_000

const patience = ({ delivery }: Claim, signal: AbortSignal): AbortSignal =>
  delivery.letter === 'response' ? signal : AbortSignal.any([signal, AbortSignal.timeout(PERSONS_TRY_MS)])

const orStop = (held: boolean) => {
  if (!held) throw new Stopped()
}

const phasesOf = ({ store, consultation, clock }: TryParts, claim: Claim, tell: () => void): Phases => ({
  async bodyBegun() {
    const now = clock()
    orStop(!isPastTrying(consultation, claim.delivery, now) && (await store.bodyBegun(claim, now)))
    tell()
  },
  async bodyEnded() {
    orStop(await store.bodyEnded(claim, clock()))
    tell()
  },
})

// Only the response keeps its bytes: every other letter is made anew at each try and says what is true then. One of them
// that may have arrived can so come twice, with one Message-ID and other words.
const messageOf = async ({ store, compositor, clock }: TryParts, claim: Claim, contents: Contents) => {
  const { delivery, fence } = claim
  const isFrozen = delivery.letter === 'response'
  if (isFrozen && contents.message) return contents.message
  if (fence - delivery.attempts.length > CLAIMS_WITHOUT_TRY) throw new CannotBeMade('making it failed again and again')
  const message = await compositor.message(delivery, contents, clock())
  if (isFrozen) orStop(await store.freeze(claim, message, await sha256(message), clock()))
  return message
}

/**
 * Tries one claimed letter: a response's bytes kept before its first try, each phase written before the bytes that it stands for.
 * Null when there is nothing to try any more. Throws CannotBeMade, and what the store or the making of the message throws.
 */
export const tryOnce = async (parts: TryParts, claim: Claim, signal: AbortSignal): Promise<Verdict | null> => {
  const { store, carrier, compositor, consultation, clock } = parts
  const { delivery } = claim
  const queued = await store.contents(delivery.id)
  const over = isPastTrying(consultation, delivery, clock())
  if (over && !parts.believed()) return { tryAgain: 'the clock was set' }
  const contents = over || !queued ? null : await asItStands(store, consultation, queued, clock())
  if (!contents) {
    await store.abandon(delivery.id, clock())
    return null
  }
  const tell = () => parts.changed(contents.submission?.responseId ?? null)
  try {
    const envelope = compositor.envelope(delivery, contents)
    const message = await messageOf(parts, claim, contents)
    orStop(await store.connecting(claim, clock()))
    tell()
    return await carrier.carry(envelope, message, phasesOf(parts, claim, tell), patience(claim, signal))
  } catch (error) {
    if (error instanceof Stopped) return null
    throw error
  }
}
