import { seenOfAll } from '../../src/pages/seen.ts'
import { type Sink, withSink } from '../peers/hostileSink.ts'
import { withFolder } from '../storage/folder.ts'
import { houseIn } from './houseIn.ts'
import { mailTo, openBooks } from './keptBooks.ts'
import { Person } from './person.ts'
import { saveAndSend } from './resident.ts'

/** When MOPAC's consultation closes (ms, UTC). */
export const CLOSING = Date.UTC(2017, 9, 6, 16, 30)
const MINUTE = 60_000

/** Who hears the alarms. */
export const ORGANISER = 'organiser@campaign.example'

const FALSE_WORDS = /accepted by|delivered to|>Delivered/i

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
      const ofIt = async () => (await books.store.sent((await books.responseOf(key))!.id))[0]!.deliveries
      return {
        page: async () => (await person.get('/sent')).text,
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

type Post = Awaited<ReturnType<typeof fromThen>>

const withPost = async <Found>(began: number, use: (post: Post, sink: Sink) => Promise<Found>): Promise<Found> => {
  const found: Found[] = []
  await withSink((sink) =>
    withFolder(async (folder) => {
      const post = await fromThen(folder, sink.url, began)
      found.push(await use(post, sink))
      await post.end()
    }),
  )
  return found[0]!
}

/** A greylist of a quarter of an hour, met at 17:10: how many tries there were, when it let us in, what the page said. */
export const meetGreylist = () =>
  withPost(CLOSING - 20 * MINUTE, async (post, sink) => {
    await sink.mode((place) => (place === 'message' && post.now() < CLOSING - 5 * MINUTE ? '4xx-at-rcpt' : 'accept'))
    const { page, response } = await post.send('ann')
    await post.goOn(CLOSING - 6 * MINUTE)
    const before = await page()
    await post.goOn(CLOSING)
    const [{ acceptedAt, attempts }, after] = [await response(), await page()]
    return {
      ...{ tries: attempts.length, inTime: acceptedAt !== null && acceptedAt < CLOSING },
      secondsBefore: (CLOSING - (acceptedAt ?? 0)) / 1000,
      ...{ falseWords: [before, after].map((text) => FALSE_WORDS.test(text)) },
      saysHandedOver: /handed to our mail carrier/i.test(after),
    }
  })

/** A server that is dead from so many minutes before the closing until after it: what was tried, said and written. */
export const meetDeadServer = (minutes: number) =>
  withPost(CLOSING - minutes * MINUTE, async (post, sink) => {
    await sink.mode('4xx-at-rcpt')
    const { page, response, deliveries } = await post.send('ben')
    await post.goOn(CLOSING + 2 * MINUTE, 5000)
    const { attempts, acceptedAt } = await response()
    const begun = attempts.map(({ connectingAt }) => connectingAt)
    const told = (await deliveries()).find(({ letter }) => letter === 'not-accepted')
    const text = await page()
    // What was refused for now is let in after all: what was written to people and organisers in that hour.
    await sink.mode('accept')
    await post.goOn(CLOSING + 40 * MINUTE)
    const to = (address: string) => sink.received.filter(({ envelope }) => envelope.to.includes(address))
    return {
      ...{ accepted: acceptedAt !== null, tries: begun.length, lastBefore: (CLOSING - Math.max(...begun)) / 1000 },
      toldMinutesBefore: told ? Math.round((CLOSING - told.queuedAt) / MINUTE) : null,
      ...{ saysNotDelivered: /not delivered: the closing has passed/i.test(text), falseWords: FALSE_WORDS.test(text) },
      alarms: to(ORGANISER).length,
      toPerson: to('ben@home.example').map(({ bytes }) => /^Subject: (.*)\r$/m.exec(bytes.toString())?.[1] ?? ''),
      toBody: to('consultation@mopac.london.gov.uk').length,
    }
  })
