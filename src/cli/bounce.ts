import type { Readable } from 'node:stream'
import type { Delivery } from '../delivery/delivery.ts'
import { type Bounce, readBounce } from '../mail/bounce.ts'
import { deliveryOf } from '../mail/verp.ts'
import { tellPerson } from '../organisers/tellPerson.ts'
import { type OpenedPost, serverKeyOf, withPost } from './openPost.ts'
import { Stop } from './stop.ts'

const LARGEST = 10 * 1024 * 1024

const NO_ADDRESS = 'BOUNCE_ADDRESS is not set, and without it no report can be trusted. Set it as docs/running.md says.'

/** Reads to the end, so that no pipe breaks, and keeps the first 10 MB. */
const readAll = async (input: Readable): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  let room = LARGEST
  for await (const chunk of input) {
    if (room > 0) chunks.push(chunk.subarray(0, room))
    room -= chunk.length
  }
  return Buffer.concat(chunks)
}

/**
 * The delivery that a bounce is about: by the address made for it alone, which nobody can guess. Whoever knows a reference
 * knows the letter's Message-ID, so that it tells nothing.
 */
const find = async ({ store }: OpenedPost, bounce: Bounce, recipient: string | undefined, key: Uint8Array) => {
  for (const address of [recipient ?? '', ...bounce.recipients]) {
    const id = deliveryOf(address, key)
    const delivery = id && (await store.delivery(id))
    if (delivery) return delivery
  }
  return null
}

const note = async (
  { store, consultation }: OpenedPost,
  delivery: Delivery,
  { words }: Bounce,
  now: number,
): Promise<string> => {
  if (!(await store.bounced(delivery.id, words, now)))
    return 'This letter came back before, or never left: nothing new.'
  const told = await tellPerson(store, consultation, delivery.id, now)
  return told === 'written'
    ? 'A response came back: noted, and a letter to its person is in line.'
    : 'A letter came back: noted.'
}

const take = async (input: Readable, recipient: string | undefined): Promise<string> => {
  const bounce = await readBounce(await readAll(input))
  if (!bounce) return 'This is no report on a letter: nothing was done.'
  if (bounce.action !== 'failed') return 'This report says that nothing is lost yet: nothing was done.'
  return withPost(async (post) => {
    const { config, clock } = post
    if (!config.mail?.bounceAddress) throw new Error(NO_ADDRESS)
    const delivery = await find(post, bounce, recipient, serverKeyOf(config))
    if (!delivery) return 'This report is about no letter of ours: nothing was done.'
    return note(post, delivery, bounce, clock())
  })
}

/**
 * Takes a message that a mail server pipes in; `recipient` is the address that it came to, where the server says so.
 * Whatever goes wrong is the server's to try again (75): a report that is lost is a person who is not told.
 */
export const bounceCommand = async (recipient: string | undefined, input: Readable = process.stdin): Promise<void> => {
  const line = await take(input, recipient).catch((error: unknown) => {
    throw new Stop(75, `Not taken, try again later: ${error instanceof Error ? error.message : String(error)}`)
  })
  process.stdout.write(`${line}\n`)
}
