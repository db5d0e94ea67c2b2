import type { Consultation } from '../../src/consultation/consultation.ts'
import { keysOf } from '../../src/responses/keys.ts'
import type { Finished } from '../../src/stall/finished.ts'
import { makeStalls, type StallParts } from '../../src/stall/makeStalls.ts'
import { digestOf, type Receipt, receiptIn } from '../../src/stall/receipt.ts'
import type { StallStore } from '../../src/stall/stall.ts'
import type { Brought } from '../../src/stall/stalls.ts'
import { stallKeysOf } from '../../src/stallKeys.ts'
import { sqliteCountStore } from '../../src/storage/countStore.ts'
import { plainSealer } from '../../src/storage/seal.ts'
import { sqliteStallStore } from '../../src/storage/stallStore.ts'
import { mopac } from '../delivery/samples.ts'
import { type TestPost, withPost } from '../delivery/withPost.ts'
import { PRINT, sealedFor } from './brought.ts'

/** Ten in the morning of the stall's day (ms, UTC). */
export const TEN = Date.UTC(2017, 8, 30, 9)
const DAY = '2017-09-30'

/** What every key of the stall's server follows from. */
export const SERVER_KEY = new Uint8Array(32).fill(7)

const keys = keysOf(SERVER_KEY)
const pairs = stallKeysOf(SERVER_KEY)

type Wrap = (store: StallStore) => StallStore

const makeTest = async (post: TestPost, wrap: Wrap, more: Partial<StallParts>, consultation: Consultation) => {
  const counts = sqliteCountStore(post.db)
  const store = wrap(sqliteStallStore(post.db, plainSealer))
  const parts: StallParts = {
    ...{ store, keys, consultation, timeZone: consultation.timeZone, clock: post.time.clock },
    ...{ fingerprint: PRINT, counts },
    open: { seal: pairs.seal.open, receipts: pairs.receipts.open },
    secrets: { seal: pairs.seal.secret, receipts: pairs.receipts.secret },
    ...{ mail: true, press: post.sending.press, missing: (text: string) => (text.includes('😀') ? ['😀'] : []) },
    ...more,
  }
  const stalls = makeStalls(parts)
  const stall = await stalls.make({ name: 'Heathway', place: 'Dagenham', day: DAY, cards: 2 }, TEN)
  const [first] = (await stalls.one(stall.id))!.shifts
  const shiftId = first!.id

  const bytesOf = (finished: Finished, as = finished.id) => sealedFor(pairs.seal.open, finished, as)
  const receiptOf = async (brought: Brought, id: string, bytes: Uint8Array<ArrayBuffer>): Promise<Receipt | null> =>
    'receipt' in brought ? receiptIn(pairs.receipts.open, brought.receipt, { id, digest: await digestOf(bytes) }) : null
  /** Brings a response, and reads the receipt as the tablet does. */
  const bring = async (finished: Finished, sealed?: Uint8Array<ArrayBuffer>, firstByteAt = post.time.clock()) => {
    const bytes = sealed ?? (await bytesOf(finished))
    const brought = await stalls.takeIn(shiftId, finished.id, bytes, firstByteAt)
    return { brought, receipt: await receiptOf(brought, finished.id, bytes), bytes }
  }
  const withoutMail = makeStalls({ ...parts, mail: false })
  return { ...post, keys, stalls, counts, withoutMail, stallStore: store, stall, shiftId, bytesOf, bring }
}

type Options = { wrap?: Wrap; consultation?: Consultation } & Partial<Omit<StallParts, 'consultation'>>

export type TestStalls = Awaited<ReturnType<typeof makeTest>>

/** A stall with two cards over a real store and a real post, gone afterwards; `wrap` may put something before the store. */
export const withStalls = (
  use: (test: TestStalls) => Promise<void>,
  { wrap = (store) => store, consultation = mopac, ...more }: Options = {},
): Promise<void> => withPost(TEN, async (post) => use(await makeTest(post, wrap, more, consultation)), { consultation })
