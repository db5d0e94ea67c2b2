import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { readPack } from '../../src/consultation/readPack.ts'
import { seenOfAll } from '../../src/pages/seen.ts'
import { type Sink, withSink } from '../peers/hostileSink.ts'
import { chance } from './chance.ts'
import { median, percentile, sayFigures } from './figures.ts'
import { mailTo, openBooks } from './keptBooks.ts'
import { crowd, Person } from './person.ts'
import { type Acknowledged, headerOf, saveAndSend } from './resident.ts'
import type { ServerProcess } from './serverProcess.ts'
import { until } from './waiting.ts'
import { type Product, withProduct } from './withProduct.ts'

// A1. Mutation partners: answering before the store's promise resolves (a missing `await` before `sending.press` or
// `responses.save`) loses what was acknowledged; a press key that is not kept stores twice; without `freeze` in
// delivery/tryOnce.ts what comes twice has other bytes. What only a power cut loses is test/soak's.

const KILLS = 60
const PRESSES_A_KILL = 5
const UP_AGAIN_MS = 2000

/** People who have begun at one of the servers, and whose addresses are proved. */
const provedPeople = async (product: Product, addresses: string[], count: number): Promise<Person[]> => {
  const books = await openBooks(product.folder)
  const people = Array.from({ length: count }, (_, at) => new Person(addresses[at % addresses.length]!))
  await crowd(people, 8, async (person, at) => {
    await person.begin()
    await books.prove(person.cookies.get('visit') ?? '', `resident-${at}@home.example`, Date.now())
  })
  await books.close()
  return people
}

type Run = { product: Product; servers: ServerProcess[]; env: Record<string, string>; random: () => number }

/** Ends one of the servers without a word at a random moment, and starts it again; answers how long (ms) that took. */
const killAndStart = async ({ product, servers, env, random }: Run): Promise<number> => {
  await pause(random() * 100)
  const at = Math.floor(random() * servers.length)
  const { address, end } = servers[at]!
  await end('SIGKILL')
  servers[at] = await product.start({ port: Number(new URL(address).port), env })
  return servers[at].readyMs
}

/** Lets five people press Send at each kill; answers what they know to be kept, and how long the starts took. */
const pressAndKill = async (run: Run) => {
  const addresses = run.servers.map(({ address }) => address)
  const { questionnaire } = await readPack(run.product.pack)
  const seenOf = (answers: Parameters<typeof seenOfAll>[1]) => seenOfAll(questionnaire, answers)
  const people = await provedPeople(run.product, addresses, KILLS * PRESSES_A_KILL)
  const all: Acknowledged[] = []
  const starts: number[] = []
  while (people.length > 0) {
    const pressing = people
      .splice(0, PRESSES_A_KILL)
      .map((person) => saveAndSend(person, `Said by ${person.from}.`, addresses, seenOf))
    starts.push(await killAndStart(run))
    all.push(...(await Promise.all(pressing)))
  }
  return { all, starts }
}

/** Holds what people know to be kept against what is kept, and that against what arrived. */
const check = async (folder: string, all: Acknowledged[], sink: Sink) => {
  const books = await openBooks(folder)
  const arrived = new Set(sink.received.map((one) => headerOf(one, 'Message-ID')))
  const found = { lost: 0, doubled: 0, unsent: 0 }
  for (const { person, words } of all) {
    const response = await books.responseOf(person.cookies.get('visit') ?? '')
    const versions = response ? await books.store.sent(response.id) : []
    const [version] = versions
    if (response?.answers['q1-reasons'] !== words || !version) found.lost += 1
    if (versions.length > 1 || (version && version.deliveries.length !== 2)) found.doubled += 1
    if (!version?.deliveries.every(({ messageId }) => arrived.has(messageId))) found.unsent += 1
  }
  await books.close()
  return found
}

/** Messages that came more than once, and how many of them with other bytes. */
const repeatsIn = ({ received }: Sink) => {
  const byId = Map.groupBy(received, (one) => headerOf(one, 'Message-ID'))
  const repeats = [...byId.values()].filter((some) => some.length > 1)
  const differing = repeats.filter(([first, ...others]) => others.some(({ bytes }) => !bytes.equals(first!.bytes)))
  return { repeats: repeats.length, differing: differing.length }
}

const RIGHT = { lost: 0, doubled: 0, unsent: 0, differing: 0 }

const letters = ({ received }: Sink): number => new Set(received.map((one) => headerOf(one, 'Message-ID'))).size

test(
  'two servers, killed 60 times at random moments: what was acknowledged is kept once and sent',
  () =>
    withSink((sink) =>
      withProduct(async (product) => {
        const seed = randomInt(2 ** 31)
        const env = mailTo(sink)
        const servers = await Promise.all([product.start({ env }), product.start({ env })])
        const { all, starts } = await pressAndKill({ product, servers, env, random: chance(seed) })
        // What a killed worker held is free after 20 seconds; what was under way is tried again a minute later.
        await until(() => letters(sink) >= 2 * all.length, 'all letters that were promised', 240_000)

        const found = await check(product.folder, all, sink)
        const { repeats, differing } = repeatsIn(sink)
        sayFigures('A1', {
          ...{ seed, kills: KILLS, acknowledged: all.length, ...found },
          ...{ 'arrived twice, alike': repeats - differing, 'arrived twice, differing': differing },
          ...{ 'up again p99 (ms)': percentile(starts, 0.99), 'median (ms)': median(starts) },
        })
        expect({ ...found, differing }).toEqual(RIGHT)
        expect(percentile(starts, 0.99)).toBeLessThanOrEqual(UP_AGAIN_MS)
      }),
    ),
  600_000,
)
