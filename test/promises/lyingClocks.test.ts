import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { begin, letter, press } from '../contracts/delivery-samples.ts'
import { withSink } from '../peers/hostileSink.ts'
import { sayFigures } from './figures.ts'
import { mailTo, openBooks } from './keptBooks.ts'
import { Person } from './person.ts'
import { headerOf } from './resident.ts'
import { until } from './waiting.ts'
import { withProduct } from './withProduct.ts'

// B4. The wall clock of a running server is set forwards and back by libfaketime; time that only goes forward is left alone.
// Mutation partners: leases by clock time instead of beats (delivery/deadWorkers.ts) are lost at a jump; without the bound of
// LONGEST_WAIT_MS in storage/claiming.ts what was due "in an hour" waits until then; a limit of now - askedAt below zero.

const LETTERS = 40

const library = () => {
  const folders = readdirSync('/usr/lib').map((name) => join('/usr/lib', name, 'faketime'))
  const found = folders.find((folder) => {
    try {
      return readdirSync(folder).includes('libfaketimeMT.so.1')
    } catch {
      return false
    }
  })
  if (!found) throw new Error('libfaketime is missing')
  return join(found, 'libfaketimeMT.so.1')
}

/** The environment of a process whose clock goes by a file, and what sets it. */
const fakeClock = async (folder: string) => {
  const file = join(folder, 'clock')
  const set = (offset: string) => writeFile(file, `${offset}\n`)
  await set('+0')
  const env = {
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    LD_PRELOAD: library(),
  }
  return { env, set }
}

type Books = Awaited<ReturnType<typeof openBooks>>

/** A response that no form can be made of, so that alarms have something true to say for as long as they wait. */
const needsAHand = async ({ store, responses }: Books): Promise<void> => {
  await begin(responses)
  const frozen = { address: null, consent: { at: 1, wording: 'Yes.' }, vouched: { by: 'a card', at: 1 } }
  const plan = ({ id }: { id: string }) => [letter({ letter: 'response', to: null, submissionId: id, data: {} })]
  await store.press(press('first', { frozen }), plan, () => Date.now())
  const setAside = async () => (await store.entries()).some(({ delivery }) => delivery.setAsideAt !== null)
  await until(setAside, 'a letter set aside', 30_000)
}

test(
  'a clock that jumps an hour ahead and two and a half back: each letter once, nobody loses a lease or what they saved',
  () =>
    withSink((sink) =>
      withProduct(async ({ start, folder }) => {
        const clock = await fakeClock(folder)
        const env = { ...mailTo(sink), ...clock.env, MAIL_PER_SECOND: '4' }
        const [server, other] = [await start({ env }), await start({ env: { ...mailTo(sink), OUTBOX: 'elsewhere' } })]
        const books = await openBooks(folder)
        const person = new Person(server.address)
        await person.begin()
        await needsAHand(books)
        const letters = (from: number) =>
          Array.from({ length: LETTERS }, (_, at) =>
            letter({ once: `letter ${from + at}`, to: `ann-${from + at}@campaign.example` }),
          )
        const statuses: number[] = []
        for (const [turn, offset] of ['+1h', '-2.5h', '+0'].entries()) {
          await books.store.queue(letters(turn * LETTERS), Date.now())
          // The server is in the midst of them when its clock is set.
          await until(() => sink.received.length > turn * LETTERS + 5, 'letters under way', 60_000)
          await clock.set(offset)
          await until(() => sink.received.length >= (turn + 1) * LETTERS, `all letters at ${offset}`, 90_000)
          statuses.push((await person.post('/questions/q1', { 'q1-reasons': `Said at ${offset}.` })).status)
          statuses.push((await person.get('/tasks')).status)
        }
        person.address = other.address
        const page = await person.get('/questions/q1')
        const ids = sink.received.map((one) => headerOf(one, 'Message-ID'))
        sayFigures('B4', { letters: 3 * LETTERS, arrived: ids.length, again: ids.length - new Set(ids).size })
        expect(new Set(ids).size).toBe(3 * LETTERS)
        expect(ids).toHaveLength(3 * LETTERS)
        expect(statuses).toEqual([303, 200, 303, 200, 303, 200])
        expect(page.text).toContain('Said at +0.')
        await books.close()
      }),
    ),
  240_000,
)
