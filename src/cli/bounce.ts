import type { Readable } from 'node:stream'
import type { Delivery } from '../delivery/delivery.ts'
import { type Bounce, readBounce } from '../mail/bounce.ts'
import { deliveryOf } from '../mail/verp.ts'
import { tellPerson } from '../organisers/tellPerson.ts'
import { type OpenedPost, serverKeyOf, withPost } from './openPost.ts'
import type { Report } from './report.ts'
import type { AddCommand } from './run.ts'
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

/** What became of a report: noted or not, and the line that says so. */
type Taken = { noted: boolean; words: string }

const nothing = (words: string): Taken => ({ noted: false, words })

const note = async (
  { store, consultation }: OpenedPost,
  delivery: Delivery,
  { words }: Bounce,
  now: number,
): Promise<Taken> => {
  if (!(await store.bounced(delivery.id, words, now))) {
    return nothing('This letter came back before, or never left: nothing new.')
  }
  const told = await tellPerson(store, consultation, delivery.id, now)
  return told === 'written'
    ? { noted: true, words: 'A response came back: noted, and a letter to its person is in line.' }
    : { noted: true, words: 'A letter came back: noted.' }
}

const take = async (input: Readable, recipient: string | undefined): Promise<Taken> => {
  const bounce = await readBounce(await readAll(input))
  if (!bounce) return nothing('This is no report on a letter: nothing was done.')
  if (bounce.action !== 'failed') return nothing('This report says that nothing is lost yet: nothing was done.')
  return withPost(async (post) => {
    const { config, clock } = post
    if (!config.mail?.bounceAddress) throw new Error(NO_ADDRESS)
    const delivery = await find(post, bounce, recipient, serverKeyOf(config))
    if (!delivery) return nothing('This report is about no letter of ours: nothing was done.')
    return note(post, delivery, bounce, clock())
  })
}

/** Whatever goes wrong is the server's to try again (75): a report that is lost is a person who is not told. */
const bounceFrom = async (recipient: string | undefined): Promise<Report> => {
  const { noted, words } = await take(process.stdin, recipient).catch((error: unknown) => {
    throw new Stop(75, `Not taken, try again later: ${error instanceof Error ? error.message : String(error)}`)
  })
  return { facts: { noted, message: words }, words }
}

/** `bounce`: takes a message that a mail server pipes in; `recipient` is the address that it came to, where the server says so. */
export const addBounce: AddCommand = (program, tell) => {
  program
    .command('bounce')
    .description('take a message that came back, from a mail server’s pipe; exit codes 0 taken, 75 try again later')
    .argument('[recipient]', 'the address that it came to')
    .action((recipient: string | undefined) => tell(bounceFrom(recipient)))
}
