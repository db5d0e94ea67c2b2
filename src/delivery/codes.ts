import type { Consultation } from '../consultation/consultation.ts'
import type { Keys } from '../responses/keys.ts'
import type { DeliveryStore } from './deliveryStore.ts'
import { mailboxIn, ownerOf } from './mailbox.ts'
import type { ProofStore } from './proof.ts'
import { CODE_MS } from './retry.ts'
import type { OpenIn, Sending } from './sending.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Wrong tries that end a code: one guess in 200,000 is right. */
export const WRONG_TRIES = 5

/** Codes to one address in an hour, whoever asks for them. */
export const TO_ONE_ADDRESS = 15

/** Of these, what one asker's network may ask for: nobody alone can keep a person from proving an address. */
export const TO_ONE_ADDRESS_FROM_ONE = 5

/**
 * Codes that one asker's network may have asked for in a quarter of an hour and nobody typed back. Each that was typed
 * back makes room for one more: a stall of thirty tablets shares its network, and so does who bombs mailboxes.
 */
export const UNPROVED = 20

const WINDOW_MS = 15 * MINUTE

const DIGITS = 6
const CODES = 10 ** DIGITS

/** Six digits by chance, each as likely as any other. */
export const newDigits = (): string => {
  const fair = Math.floor(2 ** 32 / CODES) * CODES
  const [number = fair] = crypto.getRandomValues(new Uint32Array(1))
  return number < fair ? String(number % CODES).padStart(DIGITS, '0') : newDigits()
}

/** What asking for codes and typing them back is made of. */
export type CodeParts = {
  store: Pick<DeliveryStore, 'queue' | 'deliveryByOnce'>
  proofs: ProofStore
  keys: Pick<Keys, 'hash'>
  consultation: Pick<Consultation, 'email' | 'body'>
  /** The campaign's own mailbox; null without mail. */
  from: string | null
  /** Says that a letter waits. */
  ring(): void
}

/** By what the letter with a browser's code is found again: nothing that opens anything. */
const onceOf = (browser: string, askedAt: number): string => `code ${browser} ${askedAt}`

/** One after the other for one name: what is counted must be written before the next is counted. */
const makeTurns = () => {
  const last = new Map<string, Promise<unknown>>()
  return <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work)
    last.set(name, turn)
    const leave = () => last.get(name) === turn && last.delete(name)
    turn.then(leave, leave)
    return turn
  }
}

/** Codes of six digits that prove an address: kept as keyed hashes, good once and for ten minutes. */
export const makeCodes = (parts: CodeParts): Pick<Sending, 'askCode' | 'enterCode' | 'proofOf' | 'codeLetterOf'> => {
  const { store, proofs, keys, consultation } = parts
  const inTurn = makeTurns()
  const openedOf = async ({ response, key }: OpenIn) => {
    return { responseId: response.id, browser: (await keys.hash('browser', key)).hash }
  }
  const hashOf = async (responseId: string, digits: string) => (await keys.hash('code', responseId + digits)).hash

  const waitFor = async (asker: string, addressHash: string, now: number): Promise<number | null> => {
    const { forAddress, forBoth } = await proofs.askedSince(asker, addressHash, now - HOUR)
    if (forAddress >= TO_ONE_ADDRESS || forBoth >= TO_ONE_ADDRESS_FROM_ONE) return HOUR / MINUTE
    const { unproved, proved } = await proofs.askedSince(asker, addressHash, now - WINDOW_MS)
    return unproved >= UNPROVED + proved ? WINDOW_MS / MINUTE : null
  }

  const wrongWith = (address: string | null): string | null => {
    if (address === null) return 'Type one email address, as in name@example.org.'
    const ours = [consultation.email.address, parts.from].some((one) => one && ownerOf(one) === ownerOf(address))
    return ours ? `Type your own email address, not ${consultation.body.short}’s or ours.` : null
  }

  return {
    async askCode(open, typed, asker, now) {
      const address = mailboxIn(typed)
      const wrongAddress = wrongWith(address)
      if (wrongAddress !== null || address === null) return { wrongAddress: wrongAddress ?? '' }
      const addressHash = (await keys.hash('mailbox', ownerOf(address))).hash
      // Under one name: the limits count askers and addresses together.
      return inTurn('ask', async () => {
        const wait = await waitFor(asker, addressHash, now)
        if (wait !== null) return { wait }
        const digits = newDigits()
        const opened = await openedOf(open)
        const codeHash = await hashOf(open.response.id, digits)
        await proofs.ask({ ...opened, address, codeHash, asker, addressHash }, now)
        const data = { digits, expiresAt: now + CODE_MS, responseId: open.response.id }
        const put = (once: string | null) =>
          store.queue([{ letter: 'code', to: address, submissionId: null, data, once }], now)
        // Two wishes in one millisecond are two letters.
        if ((await put(onceOf(opened.browser, now))).length === 0) await put(null)
        parts.ring()
        return { sentTo: address }
      })
    },

    async enterCode(open, typed, now) {
      const opened = await openedOf(open)
      const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '')
      // What cannot be a code is no guess, and spends none.
      if (!/^\d{6}$/.test(digits)) return (await proofs.proofOf(opened)) ? 'wrong' : 'none'
      return proofs.enter(
        opened,
        await hashOf(opened.responseId, digits),
        { since: now - CODE_MS + 1, tries: WRONG_TRIES },
        now,
      )
    },

    proofOf: async (open) => proofs.proofOf(await openedOf(open)),

    async codeLetterOf(open) {
      const opened = await openedOf(open)
      const proof = await proofs.proofOf(opened)
      const letter = proof && (await store.deliveryByOnce(onceOf(opened.browser, proof.askedAt)))
      if (!letter || letter.accepted) return 'sent'
      return letter.attempts.some(({ endedAt }) => endedAt !== null) ? 'held-up' : 'on-its-way'
    },
  }
}
