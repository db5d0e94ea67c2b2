import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Consultation } from './consultation/consultation.ts'
import { makeBell } from './delivery/bell.ts'
import { makeCompositor } from './delivery/compositor.ts'
import type { AtStalls } from './delivery/deadline.ts'
import type { DeliveryStore } from './delivery/deliveryStore.ts'
import { dropForgotten } from './delivery/dropForgotten.ts'
import { fingerprintOf } from './delivery/fingerprint.ts'
import type { RenderLetter } from './delivery/letterViews.ts'
import { makeSending } from './delivery/makeSending.ts'
import { makeOutbox, type Outbox } from './delivery/outbox.ts'
import type { ProofStore } from './delivery/proof.ts'
import { makeTrouble } from './delivery/trouble.ts'
import { writeDraft } from './mail/draft.ts'
import type { ResolveMailHosts } from './mail/mailHosts.ts'
import { bounceAddressFor } from './mail/verp.ts'
import { messageWriter } from './mail/writeMessage.ts'
import { openCarrier, readDkim } from './openCarrier.ts'
import { makeOrganisers } from './organisers/makeOrganisers.ts'
import { makePost } from './organisers/makePost.ts'
import { makeRehearsalPost } from './organisers/makeRehearsalPost.ts'
import type { OrganiserStore } from './organisers/organisers.ts'
import type { Site } from './pages/site.ts'
import type { FilledForm } from './pdf/fill.ts'
import type { FormToRead, Released } from './pdf/seeing/released.ts'
import type { Answers } from './questionnaire/answers.ts'
import type { CountStore } from './responses/countStore.ts'
import type { Keys } from './responses/keys.ts'

/** What the post is joined from. */
export type PostParts = {
  config: Config
  consultation: Consultation
  clock: Clock
  /** Milliseconds that only go forward, whatever is done to the clock. */
  steady: () => number
  keys: Keys
  serverKey: Uint8Array
  store: DeliveryStore
  proofs: ProofStore
  organiserStore: OrganiserStore
  counts: CountStore
  /** Fills the final copy. */
  fill(answers: Answers, reference: string | null): Promise<FilledForm>
  /** The text of a form's pages, read for those that are sent: nobody else stands in that line. */
  release(form: FormToRead): Promise<Released>
  render: RenderLetter
  failed(error: unknown): void
  /** What waits at stalls and needs a hand. */
  atStalls(): Promise<AtStalls>
  resolveMailHosts?: ResolveMailHosts
}

/** The post, joined: what pages do with it, what sends, and how it ends. */
export type JoinedPost = Pick<Site, 'sending' | 'organisers' | 'post' | 'rehearsalPost'> & {
  outbox: Outbox | null
  trouble(): Promise<string | null>
  /** Ends what visitors only watch. */
  hush(): void
  /** Has the carrier drop its copies of letters whose words are gone for good. */
  dropForgotten(): Promise<void>
  close(): Promise<void>
}

const joinMail = (parts: PostParts, bell: ReturnType<typeof makeBell>) => {
  const { config, consultation, clock, steady, store, serverKey } = parts
  const { mail, holder, publicUrl } = config
  if (!mail) return null
  const carrier = openCarrier(mail, consultation.email.address, parts.resolveMailHosts)
  const compositor = makeCompositor({
    ...{ consultation, holder, publicUrl, way: carrier.kind, from: mail.from },
    ...{ fill: parts.fill, read: parts.release, render: parts.render, write: messageWriter(readDkim(mail)) },
    returnPathOf: (id) => (mail.bounceAddress ? bounceAddressFor(mail.bounceAddress, id, serverKey) : mail.from),
  })
  const changed = (responseId: string | null) => responseId !== null && bell.ring(responseId)
  const outbox = makeOutbox({
    ...{ store, carrier, compositor, consultation, clock, steady, failed: parts.failed },
    ...{ organisers: config.organisers, atStalls: parts.atStalls },
    changed: (responseId) => void changed(responseId),
  })
  return { carrier, compositor, outbox, trouble: makeTrouble(carrier, steady) }
}

/** Joins letters, carrier, outbox and organisers. Throws a sentence where the key that signs cannot be read. */
export const composePost = async (parts: PostParts): Promise<JoinedPost> => {
  const { config, consultation, clock, keys, store, proofs, counts } = parts
  const bell = makeBell()
  const hushed = new AbortController()
  const mail = joinMail(parts, bell)
  const ring = () => mail?.outbox.ring()
  const trouble = mail?.trouble ?? (async () => null)
  const from = config.mail?.from ?? null
  const fingerprint = await fingerprintOf(consultation)
  const way = mail?.carrier.kind ?? null
  const sending = makeSending({
    ...{ store, proofs, keys, consultation, clock, from, way, fingerprint, bell },
    ...{ ring, draft: writeDraft },
  })
  return {
    sending: {
      ...sending,
      changes: (id, signal) => sending.changes(id, AbortSignal.any([signal, hushed.signal])),
    },
    organisers: makeOrganisers({
      ...{ store: parts.organiserStore, counts, keys, addresses: mail ? config.organisers : [] },
      publicUrl: config.publicUrl,
      queue: (letters, at) => store.queue(letters, at).then(ring),
      later: (work) => void setImmediate(() => void work().catch(parts.failed)),
    }),
    post: makePost({ store, consultation, ring, trouble }),
    rehearsalPost:
      mail && config.rehearsal ? makeRehearsalPost({ store, consultation, words: mail.compositor.words }) : null,
    outbox: mail?.outbox ?? null,
    trouble,
    hush: () => hushed.abort(),
    async dropForgotten() {
      if (mail) await dropForgotten(store, mail.carrier).catch(parts.failed)
    },
    async close() {
      await mail?.outbox.stop()
      await mail?.carrier.close()
    },
  }
}
