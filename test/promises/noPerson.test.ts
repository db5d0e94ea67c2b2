import { withSink } from '../peers/hostileSink.ts'
import { withFolder } from '../storage/folder.ts'
import { MORNING } from '../web/withHouse.ts'
import { type Canaries, goWrong, makeCanaries } from './canaries.ts'
import { sayFigures } from './figures.ts'
import { houseIn } from './houseIn.ts'
import { mailTo } from './keptBooks.ts'
import { Person } from './person.ts'
import { codeFor, headerOf, hiddenIn } from './resident.ts'

// G1. Mutation partners: `err: error` in a log line of web/faults.ts, an address instead of a route in web/log.ts, a person's
// words among the data of an alarm in delivery/deadline.ts.

const CLOSING = Date.UTC(2017, 9, 6, 16, 30)
const ORGANISER = 'organiser@campaign.example'

/** One who answers, comes back, sends, and meets faults on the way; all that is theirs is a canary. */
const live = async (
  address: string,
  { next }: Canaries,
  sink: Parameters<Parameters<typeof withSink>[0]>[0],
  fail: (words: string) => () => void,
  pass: () => Promise<unknown>,
) => {
  const person = new Person(address)
  const email = next((word) => `${word}@home.example`)
  await person.begin()
  await person.post('/questions/q1', { q1: 'no', 'q1-reasons': next() })
  await person.post('/questions/about-you', { name: next(), postcode: next() })
  for (const page of ['q2', 'q3', 'q4']) await person.post(`/questions/${page}`, { [`${page}-reasons`]: next() })
  const kept = await person.get('/save')
  const code = kept.text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? next()
  await person.post('/come-back', { code: next() })
  await person.post('/send/code', { email: next((word) => `${word}@home.example, ${word}@other.example`) })
  await person.post('/send/code', { email })
  await pass()
  const send = await person.get('/send')
  const mend = fail(next())
  await person.post('/questions/q5', { 'q5-reasons': next() })
  await person.get('/send')
  mend()
  await person.post('/send', { code: next(), agree: 'yes' })
  const fields = { press: hiddenIn(send.text, 'press'), seen: hiddenIn(send.text, 'seen'), agree: 'yes' }
  const pressed = await person.post('/send', { ...fields, code: await codeFor(sink.received, email) })
  expect(pressed.location).toBe('/sent')
  return [code, ...person.cookies.values()]
}

test(
  'no log, no page for others, no alarm and no health check names a person',
  () =>
    withSink((sink) =>
      withFolder(async (folder) => {
        let now = MORNING
        const canaries = makeCanaries()
        const env = { ...mailTo(sink), ORGANISERS: ORGANISER }
        const { house, address, logged, close } = await houseIn(folder, env, { clock: () => now })
        const { form, responses } = house.site
        const right = { fill: form.fill, saveIf: responses.saveIf, save: responses.save }
        const fail = (words: string) => {
          const fault = () => Promise.reject(Object.assign(new Error(words), { code: 'EFAULT', name: 'Fault' }))
          Object.assign(form, { fill: fault })
          Object.assign(responses, { save: fault, saveIf: fault })
          return () =>
            Object.assign(form, { fill: right.fill }) &&
            Object.assign(responses, { save: right.save, saveIf: right.saveIf })
        }
        const secrets: string[] = []
        // Their mail server says no, then nobody answers until the last hour.
        for (const mode of ['accept', '5xx-at-rcpt', '4xx-at-rcpt'] as const) {
          await sink.mode('accept')
          const pass = async () => house.outbox?.pass()
          secrets.push(...(await live(address, canaries, sink, fail, pass)))
          await sink.mode(mode)
          await house.outbox?.pass()
        }
        const pages = await goWrong(address, canaries)
        await close()
        // Started anew in the last hour: a clock that jumps is not believed about the closing.
        now = CLOSING - 50 * 60_000
        const later = await houseIn(folder, env, { clock: () => now })
        await sink.mode('accept')
        for (let pass = 0; pass < 5; pass += 1) await later.house.outbox?.pass()
        const stranger = new Person(later.address)
        for (const path of ['/', '/health', '/ready', '/organiser', '/sent', '/send', '/tasks'])
          pages.push((await stranger.get(path)).text)
        await later.close()
        const logs = [...logged, ...later.logged].join('')

        const alarms = sink.received.filter(({ envelope }) => envelope.to.includes(ORGANISER))
        const searched = {
          logs,
          pages: pages.join(''),
          alarms: alarms.map(({ bytes }) => bytes.toString('latin1')).join(''),
        }
        const words = [...canaries.all.map((one) => one.match(/canary\d+x/)![0]), ...secrets]
        const found = Object.entries(searched).flatMap(([where, said]) =>
          words.filter((word) => said.includes(word)).map((word) => `${where}: ${word}`),
        )
        sayFigures('G1', {
          canaries: words.length,
          'log lines': logged.length,
          alarms: alarms.length,
          found: found.length,
        })
        expect(found).toEqual([])
        expect(words.length).toBeGreaterThan(60)
        expect(logs).toContain('"fault"')
        expect(headerOf(alarms[0]!, 'To')).toContain(ORGANISER)
        expect(found).toEqual([])
      }),
    ),
  120_000,
)
