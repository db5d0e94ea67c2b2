import { finishedWith, sealedFor } from '../stall/brought.ts'
import { withFolder } from '../storage/folder.ts'
import { makeStall, STILL, Tablet } from '../web/atStall.ts'
import type { Answered } from '../web/visitor.ts'
import { MORNING } from '../web/withHouse.ts'
import { sayFigures } from './figures.ts'
import { houseIn } from './houseIn.ts'
import { crowd } from './person.ts'

// E6, at a stall. Mutation partners: counted by the network in web/whoAsks.ts, tablets are stopped at their first codes;
// with 401 taken for right in web/limits.ts a guesser at pairing keys goes on for ever.

const TABLETS = 30
const HOURS = 8
const A_QUARTER = 5
const MINUTE = 60_000
const STALL = '203.0.113.7'

const envOf = (folder: string) => ({
  ...{ MAIL_FOLDER: `${folder}/post`, MAIL_FROM: 'respond@campaign.example', OUTBOX: 'elsewhere', TRUST_PROXY: '1' },
})

type Started = Awaited<ReturnType<typeof houseIn>>

/** A tablet behind the stall's address, as a proxy tells it. */
class StallTablet extends Tablet {
  override send(path: string, init: RequestInit): Promise<Answered> {
    return super.send(path, { ...init, headers: { ...init.headers, 'x-forwarded-for': STALL } })
  }
  override get(path: string): Promise<Answered> {
    return this.send(path, {})
  }
  override post(path: string, fields: Record<string, string> = {}): Promise<Answered> {
    return this.send(path, { method: 'POST', body: new URLSearchParams({ token: this.token, ...fields }) })
  }
}

/** One person at a tablet: what they finished goes up, and they ask for a code that they never type back. */
const servePerson = async (tablet: StallTablet, seal: JsonWebKey, email: string): Promise<string[]> => {
  const visit = crypto.randomUUID().replaceAll('-', '').slice(0, 22)
  const finished = finishedWith({ reference: visit.slice(0, 8).toUpperCase(), wants: 'open', visit })
  const sealed = await sealedFor(seal, finished)
  const up = await tablet.bring(`/stall/sync/${finished.id}`, sealed)
  tablet.cookies.set('visit', visit)
  const steps: [string, Answered][] = [
    ['heard', await tablet.bring('/stall/heard', JSON.stringify(STILL))],
    ['sync', up],
    ['send', await tablet.get('/send')],
    ['code', await tablet.post('/send/code', { email })],
  ]
  return steps.filter(([, { status }]) => status >= 400).map(([what, { status }]) => `${what} ${status}`)
}

test(
  'thirty paired tablets behind one address, ten people a minute for eight hours: nobody is asked to wait',
  () =>
    withFolder(async (folder) => {
      let now = MORNING
      const { house, address, close } = await houseIn(folder, envOf(folder), { clock: () => now })
      const { cards } = await makeStall({ house }, TABLETS)
      const tablets = cards.map(() => new StallTablet(address))
      for (const [at, tablet] of tablets.entries()) await tablet.pair(cards[at]!)
      const { keys } = await tablets[0]!.heard()
      const refused: string[] = []
      let people = 0
      for (let quarter = 0; quarter < HOURS * 4; quarter += 1) {
        for (let turn = 0; turn < A_QUARTER; turn += 1) {
          await crowd(tablets, 6, async (tablet) => {
            refused.push(...(await servePerson(tablet, keys.seal, `resident-${people++}@home.example`)))
          })
        }
        now += 15 * MINUTE
      }
      await close()
      sayFigures('E6 thirty tablets', { people, refused: refused.length })
      expect(refused).toEqual([])
    }),
  600_000,
)

/** Tries until it is told to wait; answers how often it was not, at most 200 times. */
const triesOf = async (once: () => Promise<{ status: number }>): Promise<number> => {
  for (let tries = 0; tries < 200; tries += 1) if ((await once()).status === 429) return tries
  return 200
}

const guess = () => crypto.randomUUID().replaceAll('-', '').slice(0, 22)

const guessCards = async (tablet: StallTablet) => {
  await tablet.get(`/stall/pair/${guess()}`)
  return triesOf(() => tablet.post(`/stall/pair/${guess()}`))
}

const guessKeys = (tablet: StallTablet) =>
  triesOf(() => tablet.bring(`/stall/${Math.random() < 0.5 ? 'heard' : `sync/${crypto.randomUUID()}`}`, 'x', guess()))

test.each([
  ['pairing links', guessCards],
  ['pairing keys', guessKeys],
])(
  'who guesses %s is stopped within 20 tries, after a restart at once, and a right one beside them is let in',
  (what, attack) =>
    withFolder(async (folder) => {
      const using = async <Result>(work: (started: Started) => Promise<Result>): Promise<Result> => {
        const started = await houseIn(folder, envOf(folder))
        return work(started).finally(started.close)
      }
      const [tries, stall, key] = await using(async ({ house, address }) => {
        const made = await makeStall({ house }, 2)
        const tablet = new StallTablet(address)
        await tablet.pair(made.cards[0]!)
        return [await attack(new StallTablet(address)), made, tablet.key] as const
      })
      const again = await using(async ({ address }) => {
        const stopped = await attack(new StallTablet(address))
        const late = new StallTablet(address)
        expect((await late.pair(stall.cards[1]!)).location).toBe('/stall/ready')
        expect((await late.bring('/stall/heard', JSON.stringify(STILL), key)).status).toBe(200)
        return stopped
      })
      sayFigures(`E6 one who guesses ${what}`, { tries, 'after a restart': again })
      expect(tries).toBeGreaterThan(4)
      expect(tries).toBeLessThanOrEqual(20)
      expect(again).toBe(0)
    }),
)
