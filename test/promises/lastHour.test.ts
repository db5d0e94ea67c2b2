import { seenOfAll } from '../../src/pages/seen.ts'
import { withSink } from '../peers/hostileSink.ts'
import { withFolder } from '../storage/folder.ts'
import { sayFigures } from './figures.ts'
import { houseIn } from './houseIn.ts'
import { mailTo, openBooks } from './keptBooks.ts'
import { Person } from './person.ts'
import { saveAndSend } from './resident.ts'

// B3. Mutation partners: without the clamp in delivery/retry.ts a try begins after the closing, or none just before it;
// without GIVE_BACK_MS in delivery/deadline.ts nobody is told while there is time; a word too many in delivery/sayState.ts.

const CLOSING = Date.UTC(2017, 9, 6, 16, 30)
const MINUTE = 60_000
const ORGANISER = 'organiser@campaign.example'

/** The house by a clock of the test's own that goes as fast as the outbox is asked to look: a second at a time. */
const fromThen = async (folder: string, url: string, began: number) => {
  let now = began
  const opened = await houseIn(folder, { ...mailTo({ url }), ORGANISERS: ORGANISER }, { clock: () => now })
  const books = await openBooks(folder)
  const seenOf = (answers: Parameters<typeof seenOfAll>[1]) =>
    seenOfAll(opened.house.site.consultation.questionnaire, answers)
  return {
    ...opened,
    now: () => now,
    /** Goes on to a moment, 20 seconds at a time: a clock that jumps is not believed. */
    async goOn(until: number, step = 20_000) {
      while (now < until) {
        now = Math.min(until, now + step)
        await opened.house.outbox?.pass()
      }
    },
    async send(name: string) {
      const person = new Person(opened.address)
      await person.begin()
      const key = person.cookies.get('visit') ?? ''
      await books.prove(key, `${name}@home.example`, now)
      await saveAndSend(person, `Said by ${name}.`, [opened.address], seenOf)
      const [version] = await books.store.sent((await books.responseOf(key))!.id)
      const ofIt = async () => (await books.store.sent((await books.responseOf(key))!.id))[0]!.deliveries
      return {
        person,
        version,
        deliveries: ofIt,
        response: async () => (await ofIt()).find(({ letter }) => letter === 'response')!,
      }
    },
    async end() {
      await books.close()
      await opened.close()
    },
  }
}

const FALSE_WORDS = /accepted by|delivered to|>Delivered/i

test(
  'a greylist of a quarter of an hour, met at 17:10, lets it in before the closing',
  () =>
    withSink((sink) =>
      withFolder(async (folder) => {
        const post = await fromThen(folder, sink.url, CLOSING - 20 * MINUTE)
        await sink.mode((place) =>
          place === 'message' && post.now() < CLOSING - 5 * MINUTE ? '4xx-at-rcpt' : 'accept',
        )
        const { person, response } = await post.send('ann')
        await post.goOn(CLOSING - 6 * MINUTE)
        expect((await person.get('/sent')).text).not.toMatch(FALSE_WORDS)
        await post.goOn(CLOSING)
        const { acceptedAt, attempts } = await response()
        sayFigures('B3 greylist', {
          tries: attempts.length,
          'seconds before closing': (CLOSING - (acceptedAt ?? 0)) / 1000,
        })
        expect(acceptedAt).toBeLessThan(CLOSING)
        const page = (await person.get('/sent')).text
        expect(page).toMatch(/handed to our mail carrier/i)
        expect(page).not.toMatch(FALSE_WORDS)
        await post.end()
      }),
    ),
  120_000,
)

test(
  'a dead server in the last hour: alarms, the person told in time, the last try just before the closing and none after',
  () =>
    withSink((sink) =>
      withFolder(async (folder) => {
        const post = await fromThen(folder, sink.url, CLOSING - 62 * MINUTE)
        await sink.mode('4xx-at-rcpt')
        const { person, response, deliveries } = await post.send('ben')
        await post.goOn(CLOSING + 2 * MINUTE, 5000)
        const { attempts, acceptedAt } = await response()
        const begun = attempts.map(({ connectingAt }) => connectingAt)
        const last = Math.max(...begun)
        sayFigures('B3 dead server', {
          tries: begun.length,
          'last try, seconds before closing': (CLOSING - last) / 1000,
        })
        expect(acceptedAt).toBeNull()
        expect(last).toBeLessThan(CLOSING)
        expect(CLOSING - last).toBeLessThanOrEqual(10_000)
        const told = (await deliveries()).find(({ letter }) => letter === 'not-accepted')
        expect(Math.round((CLOSING - told!.queuedAt) / MINUTE)).toBe(15)
        const page = (await person.get('/sent')).text
        expect(page).toMatch(/not delivered: the closing has passed/i)
        expect(page).not.toMatch(FALSE_WORDS)
        // What was refused for now is let in after all: what was written to people and organisers in that hour.
        await sink.mode('accept')
        await post.goOn(CLOSING + 40 * MINUTE)
        const to = (address: string) => sink.received.filter(({ envelope }) => envelope.to.includes(address))
        expect(to(ORGANISER)).toHaveLength(3)
        // The copy and the letter of a quarter of an hour before are true no more: only what is true now goes out.
        const [letter, ...more] = to('ben@home.example')
        expect(more).toEqual([])
        expect(letter!.bytes.toString()).toMatch(/^Subject: Not delivered/m)
        expect(to('consultation@mopac.london.gov.uk')).toEqual([])
        await post.end()
      }),
    ),
  240_000,
)
