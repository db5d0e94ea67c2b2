import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { DeliveryStore } from '../../src/delivery/deliveryStore.ts'
import { sha256 } from '../../src/pdf/found/sha256.ts'
import { begin, press } from '../contracts/delivery-samples.ts'
import type { Mode } from '../peers/hostileSink.ts'
import { withSink } from '../peers/hostileSink.ts'
import { chance } from './chance.ts'
import { sayFigures } from './figures.ts'
import { FROM, mailTo, openBooks } from './keptBooks.ts'
import { headerOf } from './resident.ts'
import { until } from './waiting.ts'
import { withProduct } from './withProduct.ts'

// A5. Mutation partners: with an unknown outcome given up in delivery/workOff.ts some are never sent; with the bytes made anew
// at each try what comes twice differs; with every error tried again, letters that were taken come again.

const MESSAGES = 2000
const KILLS = 3
/** Five times as fast: the outbox doubts a clock that gains half a minute between two of its looks. */
const SPEED = 5

/** Puts responses in line, their messages frozen before: what is tried here is sending them. */
const fill = async ({ store, responses }: Awaited<ReturnType<typeof openBooks>>) => {
  const toBody = ({ id }: { id: string }) => [
    { letter: 'response', to: null, submissionId: id, data: {}, once: `response ${id}` } as const,
  ]
  for (let at = 0; at < MESSAGES; at += 1) {
    await begin(responses, `r${at}`)
    await store.press(press(`press ${at}`, { responseId: `r${at}`, firstByteAt: Date.now() }), toBody, Date.now)
  }
  for (const claim of await store.claim('loader', [], Date.now(), MESSAGES, 'body')) {
    const { messageId } = claim.delivery
    const text = `From: <${FROM}>\r\nMessage-ID: ${messageId}\r\nSubject: Response\r\n\r\n${crypto.randomUUID()}\r\n`
    const bytes = new TextEncoder().encode(text.repeat(1))
    if (!(await store.freeze(claim, bytes, await sha256(bytes), Date.now()))) throw new Error('not frozen')
  }
  await store.leave('loader')
}

/** What the sink does with a message: 10 % greylisted, 5 % refused for now at the dot, 2 % cut off, 7 % kept and not answered. */
const modeBy = (random: () => number): Mode => {
  const drawn = random()
  if (drawn < 0.1) return '4xx-at-rcpt'
  if (drawn < 0.15) return '4xx-at-dot'
  if (drawn < 0.17) return 'drop-mid-data'
  return drawn < 0.24 ? 'drop-after-dot-kept' : 'accept'
}

// Thousands of rows are opened for this: asked at every turn, it would take the worker's processor from it.
const LOOK_EVERY_MS = 1000

const acceptedIn = async (store: DeliveryStore) =>
  (await pause(LOOK_EVERY_MS, await store.entries())).filter(({ delivery }) => delivery.acceptedAt !== null).length

test('2,000 messages through a hostile server, the worker killed three times: each arrives, and a repeat can be told', () => {
  const seed = randomInt(2 ** 31)
  const random = chance(seed)
  return withSink(
    (sink) =>
      withProduct(async ({ folder, start }) => {
        const began = Date.now()
        const books = await openBooks(folder)
        await fill(books)
        const work = () =>
          start({ program: 'test/promises/fastWorker.ts', words: [String(began), String(SPEED)], env: mailTo(sink) })
        let worker = await work()
        for (let kill = 1; kill <= KILLS; kill += 1) {
          await until(() => sink.received.length > (kill * MESSAGES) / (KILLS + 2), 'a part of the letters', 120_000)
          await pause(random() * 50)
          await worker.end('SIGKILL')
          worker = await work()
        }
        await until(async () => (await acceptedIn(books.store)) === MESSAGES, 'every letter accepted', 600_000)
        await worker.end('SIGTERM')
        await books.close()

        const byId = [...Map.groupBy(sink.received, (one) => headerOf(one, 'Message-ID')).values()]
        const repeats = byId.filter((some) => some.length > 1)
        // A letter comes again only where nobody was told of the first: the sink cut the answer off, or the worker was ended.
        const untold = repeats.filter((some) => some.slice(0, -1).some(({ answered }) => answered))
        const differing = repeats.filter(([first, ...others]) =>
          others.some(({ bytes }) => !bytes.equals(first!.bytes)),
        )
        sayFigures('A5', {
          ...{ seed, messages: MESSAGES, 'never sent': MESSAGES - byId.length, 'came again, alike': repeats.length },
          ...{ 'though answered': untold.length, differing: differing.length, seconds: (Date.now() - began) / 1000 },
        })
        expect(byId.length).toBe(MESSAGES)
        expect(differing).toEqual([])
        // At most what was under way when the worker was killed: four tries at once.
        expect(untold.length).toBeLessThanOrEqual(4 * KILLS)
        expect(repeats.length).toBeGreaterThan(0)
      }),
    { mode: (place) => (place === 'message' ? modeBy(random) : 'accept') },
  )
}, 1_200_000)
