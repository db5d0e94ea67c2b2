import { type Sink, withSink } from '../peers/hostileSink.ts'
import { withFolder } from '../storage/folder.ts'
import { MORNING } from '../web/withHouse.ts'
import { type Canaries, goWrong, makeCanaries } from './canaries.ts'
import { houseIn } from './houseIn.ts'
import { mailTo } from './keptBooks.ts'
import { Person } from './person.ts'
import { codeFor, headerOf, hiddenIn } from './resident.ts'

const CLOSING = Date.UTC(2017, 9, 6, 16, 30)

/** Who hears the alarms. */
export const ORGANISER = 'organiser@campaign.example'

/** One who answers, comes back, sends, and meets faults on the way; all that is theirs is a canary. */
const live = async (
  address: string,
  { next }: Canaries,
  sink: Sink,
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
  if (pressed.location !== '/sent') throw new Error(`Send was answered ${pressed.status}`)
  return [code, ...person.cookies.values()]
}

/** Lets every fill and save of a house fail with some words until it is mended. */
const failing = ({ form, responses }: Awaited<ReturnType<typeof houseIn>>['house']['site']) => {
  const right = { fill: form.fill, saveIf: responses.saveIf, save: responses.save }
  return (words: string) => {
    const fault = () => Promise.reject(Object.assign(new Error(words), { code: 'EFAULT', name: 'Fault' }))
    Object.assign(form, { fill: fault })
    Object.assign(responses, { save: fault, saveIf: fault })
    return () =>
      Object.assign(form, { fill: right.fill }) && Object.assign(responses, { save: right.save, saveIf: right.saveIf })
  }
}

/** People live through faults, in the morning and in the last hour; answers what was logged and shown to others, and what is theirs. */
const goThrough = async (sink: Sink, folder: string) => {
  let now = MORNING
  const canaries = makeCanaries()
  const env = { ...mailTo(sink), ORGANISERS: ORGANISER }
  const { house, address, logged, close } = await houseIn(folder, env, { clock: () => now })
  const fail = failing(house.site)
  const pass = async () => house.outbox?.pass()
  const secrets: string[] = []
  // Their mail server says no, then nobody answers until the last hour.
  for (const mode of ['accept', '5xx-at-rcpt', '4xx-at-rcpt'] as const) {
    await sink.mode('accept')
    secrets.push(...(await live(address, canaries, sink, fail, pass)))
    await sink.mode(mode)
    await pass()
  }
  const pages = await goWrong(address, canaries)
  await close()
  // Started anew in the last hour: a clock that jumps is not believed about the closing.
  now = CLOSING - 50 * 60_000
  const later = await houseIn(folder, env, { clock: () => now })
  await sink.mode('accept')
  for (let turn = 0; turn < 5; turn += 1) await later.house.outbox?.pass()
  const stranger = new Person(later.address)
  for (const path of ['/', '/health', '/ready', '/organiser', '/sent', '/send', '/tasks'])
    pages.push((await stranger.get(path)).text)
  await later.close()
  const words = [...canaries.all.map((one) => one.match(/canary\d+x/)![0]), ...secrets]
  return { words, logs: [...logged, ...later.logged], pages }
}

/** Looks for what is somebody's own where others look: how often it stands in logs, in pages for others, in alarms. */
export const lookForPersons = async () => {
  const found = { logs: 0, pages: 0, alarms: 0, words: 0, logLines: 0, faults: 0, alarmsSent: 0, alarmTo: '' }
  await withSink((sink) =>
    withFolder(async (folder) => {
      const { words, logs, pages } = await goThrough(sink, folder)
      const alarms = sink.received.filter(({ envelope }) => envelope.to.includes(ORGANISER))
      const countIn = (texts: string[]) => words.filter((word) => texts.join('').includes(word)).length
      Object.assign(found, {
        ...{ logs: countIn(logs), pages: countIn(pages) },
        alarms: countIn(alarms.map(({ bytes }) => bytes.toString('latin1'))),
        ...{
          words: words.length,
          logLines: logs.length,
          faults: logs.filter((line) => line.includes('"fault"')).length,
        },
        ...{ alarmsSent: alarms.length, alarmTo: headerOf(alarms[0]!, 'To') },
      })
    }),
  )
  return found
}
