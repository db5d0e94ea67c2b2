import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { machineClock } from '../../src/clock.ts'
import { prepareFor } from '../../src/consultation/prepareFor.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { fingerprintOf } from '../../src/delivery/fingerprint.ts'
import { answerHere } from '../../src/offline/answerHere.ts'
import { type TabletHouse, tabletHouse } from '../../src/offline/house.ts'
import { routeOf } from '../../src/offline/routes.ts'
import { type AskServer, NoSignal } from '../../src/offline/server.ts'
import { packForm } from '../../src/pdf/copies/carried.ts'
import { compileViews } from '../../src/views/compileViews.ts'
import { readTemplates } from '../../src/views/readTemplates.ts'
import { SCAN } from '../stall/brought.ts'
import type { TestHouse } from '../web/withHouse.ts'

const folder = join(import.meta.dirname, '../../assets/consultations/mopac-2017')
const { page } = compileViews(readTemplates(join(import.meta.dirname, '../../templates')))

const carried = readPack(folder).then(async (pack) => {
  const { official: _, ...consultation } = pack
  return { consultation, form: packForm(await prepareFor(pack)), fingerprint: await fingerprintOf(pack) }
})

/** The sample answers of the bundled pack. */
export const sample = JSON.parse(readFileSync(join(folder, 'sample-answers.json'), 'utf8')) as Record<string, string>

let number = 0

/** A tablet without its browser: its house over a database in memory, and what may befall its way to a server. */
export type TestTablet = {
  house: TabletHouse
  get(path: string): Promise<Response>
  /** Posts fields; answers where it leads. */
  post(path: string, fields?: Record<string, string>): Promise<{ status: number; go: string; text: string }>
  signal: { on: boolean }
  clock: { aheadMs: number }
  failures: unknown[]
}

const goneTo = (answer: Response): string => {
  const { pathname, search } = new URL(answer.headers.get('location') ?? 'https://tablet.example/')
  return pathname + search
}

/** Makes a tablet that asks a test's server. */
export const makeTestTablet = async ({ address }: Pick<TestHouse, 'address'>): Promise<TestTablet> => {
  const { form, ...pack } = await carried
  const [signal, clock, failures] = [{ on: true }, { aheadMs: 0 }, [] as unknown[]]
  const ask =
    (key: string): AskServer =>
    async (path, { body, type }) => {
      if (!signal.on) throw new NoSignal('none')
      return fetch(address + path, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${key}`, 'content-type': type },
      })
    }
  const house = await tabletHouse({
    ...{ page, ask, form: async () => form, name: `house ${++number}` },
    clock: () => machineClock() + clock.aheadMs,
    failed: (error) => void failures.push(error),
    pack: {
      ...{ ...pack, publicUrl: 'https://tablet.example', backupDays: 30, mail: true, rehearsed: true, headers: {} },
      ...{ holder: { name: 'The Campaign', contact: 'people@campaign.example' }, version: '1', files: [] },
    },
  })
  const send = (path: string, init: RequestInit = {}) => {
    const found = routeOf(path.split('?')[0]!)
    if (!found) throw new Error(`${path} is the server's`)
    return answerHere(house, found, new Request(`https://tablet.example${path}`, init))
  }
  return {
    ...{ house, signal, clock, failures },
    get: (path) => send(path),
    async post(path, fields = {}) {
      const answer = await send(path, { method: 'POST', body: new URLSearchParams(fields) })
      return { status: answer.status, go: goneTo(answer), text: await answer.text() }
    },
  }
}

/** Pairs a tablet with a stall that is made for it. */
export const pairWith = async (
  tablet: TestTablet,
  { house, address }: TestHouse,
): Promise<{ stallId: string; shiftId: string }> => {
  const { stalls } = house.site
  const today = { name: 'Heathway', place: 'Outside the library', day: '2017-09-25', cards: 1 }
  const { id } = await stalls.make(today, Date.UTC(2017, 8, 25, 9))
  const [shift] = (await stalls.one(id))!.shifts
  const paired = await stalls.pair(await stalls.cardOf(shift!.id), SCAN, Date.UTC(2017, 8, 25, 9))
  if (!address || !paired) throw new Error('the card pairs nothing')
  await tablet.house.rounds.pair(await stalls.pairingKeyOf(paired.key))
  return { stallId: id, shiftId: shift!.id }
}

/** Takes somebody from Next person to the end, with these answers on the pages that have them. */
export const answerAs = async (tablet: TestTablet, answers: Record<string, string>): Promise<void> => {
  await tablet.post('/stall/next')
  await tablet.post('/stall/hello', { agree: 'yes', size: 'large' })
  for (const { id, questions } of tablet.house.site.consultation.questionnaire.pages) {
    const fields = Object.fromEntries(questions.flatMap((one) => (answers[one.id] ? [[one.id, answers[one.id]!]] : [])))
    if (Object.keys(fields).length > 0) await tablet.post(`/questions/${id}`, fields)
  }
  await tablet.post('/handover')
}
