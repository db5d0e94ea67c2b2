import type { Consultation } from '../../src/consultation/consultation.ts'
import { makeBell } from '../../src/delivery/bell.ts'
import type { Compositor } from '../../src/delivery/compositor.ts'
import type { DeliveryStore } from '../../src/delivery/deliveryStore.ts'
import { makeSending } from '../../src/delivery/makeSending.ts'
import { makeOutbox } from '../../src/delivery/outbox.ts'
import { messageIdsAt } from '../../src/delivery/plan.ts'
import { keysOf } from '../../src/responses/keys.ts'
import { makeResponses } from '../../src/responses/responses.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { sqliteDeliveryStore } from '../../src/storage/deliveryStore.ts'
import { sqliteProofStore } from '../../src/storage/proofStore.ts'
import { sqliteResponseStore } from '../../src/storage/responseStore.ts'
import { plainSealer } from '../../src/storage/seal.ts'
import { peerCarrier } from './peerCarrier.ts'
import { mopac } from './samples.ts'

export const FROM = 'respond@campaign.example'
export const ORGANISER = 'organiser@campaign.example'

/** A clock and a steady time that go on together; `jump` sets the clock alone. */
export const timeFrom = (start: number) => {
  let [now, steady] = [start, 1_000]
  return {
    clock: () => now,
    steady: () => steady,
    pass: (ms: number) => {
      now += ms
      steady += ms
    },
    jump: (ms: number) => {
      now += ms
    },
  }
}

// Each message says what it is and which making it came from, so that one made twice shows.
const plainCompositor = (consultation: Consultation): Compositor & { made: number } => {
  const compositor = {
    made: 0,
    envelope: ({ id }: { id: string }, { letter }: Parameters<Compositor['envelope']>[1]) => ({
      from: `bounces+${id}@campaign.example`,
      to: letter.to ?? consultation.email.address,
    }),
    async message({ messageId }: { messageId: string }, { letter }: Parameters<Compositor['message']>[1]) {
      compositor.made += 1
      return new TextEncoder().encode(`${letter.letter} ${messageId} made ${compositor.made}`)
    },
    words: () => ({ subject: '', text: '', html: '' }),
  }
  return compositor
}

const keys = keysOf(new Uint8Array(32).fill(7))

const makePost = async (start: number, consultation: Consultation, wrap: (store: DeliveryStore) => DeliveryStore) => {
  const db = await openDatabase(':memory:', plainSealer)
  const responseStore = sqliteResponseStore(db, plainSealer)
  const responses = makeResponses(responseStore, keys)
  const store = wrap(sqliteDeliveryStore(db, plainSealer, { messageIdOf: messageIdsAt(FROM) }))
  const time = timeFrom(start)
  const peer = peerCarrier(time.clock)
  const compositor = plainCompositor(consultation)
  const bell = makeBell()
  const failed: unknown[] = []
  const rung: number[] = []
  const shared = { store, consultation, clock: time.clock, bell, organisers: [ORGANISER] }

  const newOutbox = (more: Partial<Parameters<typeof makeOutbox>[0]> = {}) =>
    makeOutbox({
      ...{ ...shared, steady: time.steady, carrier: peer.carrier, compositor },
      changed: (responseId) => responseId && bell.ring(responseId),
      failed: (error) => failed.push(error),
      ...more,
    })
  const outbox = newOutbox()
  const sending = makeSending({
    ...{ ...shared, proofs: sqliteProofStore(db, plainSealer), keys, way: 'mx', from: FROM, fingerprint: 'print' },
    ring: () => {
      rung.push(time.clock())
      outbox.ring()
    },
    draft: async () => new Uint8Array(),
  })

  /** A person with a saved answer whose address is proved. */
  const person = async (address = 'ann@people.example') => {
    const { key, response } = await responses.begin('I agree.', time.clock())
    const saved = await responses.save(response.id, key, { q1: 'no', name: 'Ann' }, time.clock())
    await sending.askCode({ response: saved!, key }, address, `asker of ${response.id}`, time.clock())
    const [code] = await store.newest(1)
    const { digits } = (await store.contents(code!.id))!.letter.data
    await sending.enterCode({ response: saved!, key }, String(digits), time.clock())
    await store.abandon(code!.id, time.clock())
    return { ...saved!, key, address }
  }
  type Person = Awaited<ReturnType<typeof person>>
  const press = ({ id, key, address }: Person, name = 'press', firstByteAt = time.clock()) =>
    sending.press({
      ...{ responseId: id, key, press: name, seen: async () => true, onDeviceAt: null, firstByteAt },
      frozen: { address, consent: { at: time.clock(), wording: 'Send it.' }, vouched: null },
    })
  /** The newest letter of a kind about a response. */
  const newest = async ({ id }: Person, letter = 'response') =>
    (await store.sent(id)).flatMap(({ deliveries }) => deliveries.filter((one) => one.letter === letter)).at(-1)
  /** Rounds, one a second, until so much time has passed. */
  const rounds = async (ms: number, box = outbox) => {
    for (let at = 0; at < ms; at += 1000) {
      time.pass(1000)
      await box.pass()
    }
  }

  return {
    ...{ db, store, responses, time, peer, compositor, bell, failed, rung, outbox, newOutbox, sending },
    ...{ person, press, newest, rounds },
    forget: (id: string) => responses.forget(id, time.clock()),
  }
}

export type TestPost = Awaited<ReturnType<typeof makePost>>

/** A post with a real store and a mail server that does as it is told, gone afterwards. `start` is its first moment. */
export const withPost = async (
  start: number,
  use: (post: TestPost) => Promise<void>,
  { consultation = mopac, wrap = (store: DeliveryStore) => store } = {},
): Promise<void> => {
  const post = await makePost(start, consultation, wrap)
  try {
    await use(post)
  } finally {
    await post.db.destroy()
  }
}
