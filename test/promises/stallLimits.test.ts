import { finishedWith, sealedFor } from '../stall/brought.ts'
import { withFolder } from '../storage/folder.ts'
import { makeStall, STILL } from '../web/atStall.ts'
import type { Answered } from '../web/visitor.ts'
import { MORNING } from '../web/withHouse.ts'
import { attackTwice, type Counting, countAs, envOf, neverTheSame, type Started, triesOf } from './attacking.ts'
import { sayFigures } from './figures.ts'
import { houseIn } from './houseIn.ts'
import { crowd } from './person.ts'
import { StallTablet } from './stallTablet.ts'

// E6, at a stall. Its mutation partners run below: counted by the network alone, tablets are stopped at their first codes;
// a guesser who is counted as somebody new each time, or as nobody any more after a restart, goes on.

const TABLETS = 30
const HOURS = 8
const A_QUARTER = 5
const MINUTE = 60_000

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

type Worked = { people: number; refused: string[] }

/** Thirty tablets at work for a day, until somebody is asked to wait. */
const workADay = async (countedAs = (asker: string) => asker): Promise<Worked> => {
  const worked: Worked = { people: 0, refused: [] }
  await withFolder(async (folder) => {
    let now = MORNING
    const started = await houseIn(folder, envOf(folder), { clock: () => now })
    countAs(started, countedAs)
    const { cards } = await makeStall(started, TABLETS)
    const tablets = cards.map(() => new StallTablet(started.address))
    for (const [at, tablet] of tablets.entries()) await tablet.pair(cards[at]!)
    const { keys } = await tablets[0]!.heard()
    for (let turn = 0; turn < HOURS * 4 * A_QUARTER && worked.refused.length === 0; turn += 1) {
      await crowd(tablets, 6, async (tablet) => {
        const email = `resident-${worked.people++}@home.example`
        worked.refused.push(...(await servePerson(tablet, keys.seal, email)))
      })
      if (turn % A_QUARTER === A_QUARTER - 1) now += 15 * MINUTE
    }
    await started.close()
  })
  return worked
}

test('thirty paired tablets behind one address, ten people a minute for eight hours: nobody is asked to wait', async () => {
  const { people, refused } = await workADay()
  sayFigures('E6 thirty tablets', { people, refused: refused.length })
  expect(refused).toEqual([])
  expect(people).toBe(TABLETS * HOURS * 4 * A_QUARTER)
}, 600_000)

test('partner: where a tablet is counted by its network, somebody at the stall is soon asked to wait', async () => {
  const { people, refused } = await workADay((asker) => asker.replace(/^shift .*/, 'the stall’s network'))
  expect([...new Set(refused)]).toEqual(['code 429'])
  expect(people).toBe(TABLETS)
})

const guess = () => crypto.randomUUID().replaceAll('-', '').slice(0, 22)

const guessCards = async ({ address }: Started) => {
  const tablet = new StallTablet(address)
  await tablet.get(`/stall/pair/${guess()}`)
  return triesOf(() => tablet.post(`/stall/pair/${guess()}`))
}

const guessKeys = ({ address }: Started) => {
  const tablet = new StallTablet(address)
  return triesOf(() =>
    tablet.bring(`/stall/${Math.random() < 0.5 ? 'heard' : `sync/${crypto.randomUUID()}`}`, 'x', guess()),
  )
}

/** Somebody guesses at a stall's address; after a restart two who have the right thing come beside them, and are let in. */
const guessAtStall = async (attack: typeof guessKeys, counting?: Counting) => {
  let [card, key] = ['', '']
  const found = await attackTwice(
    async (started) => {
      const { cards } = await makeStall(started, 2)
      const tablet = new StallTablet(started.address)
      await tablet.pair(cards[0]!)
      ;[card, key] = [cards[1]!, tablet.key]
      return attack(started)
    },
    async (started) => {
      const again = await attack(started)
      const late = new StallTablet(started.address)
      expect((await late.pair(card)).location).toBe('/stall/ready')
      expect((await late.bring('/stall/heard', JSON.stringify(STILL), key)).status).toBe(200)
      return again
    },
    counting,
  )
  return { ...found, stopped: found.tries > 4 && found.tries <= 20, 'after a restart': found.again === 0 }
}

describe.each([
  ['pairing links', guessCards],
  ['pairing keys', guessKeys],
])('who guesses %s', (what, attack) => {
  test('is stopped within 20 tries, after a restart at once, and a right one beside them is let in', async () => {
    const { tries, again, ...is } = await guessAtStall(attack)
    sayFigures(`E6 one who guesses ${what}`, { tries, 'after a restart': again })
    expect(is).toEqual({ stopped: true, 'after a restart': true })
  })

  test.each<[string, Counting, object]>([
    [
      'who is counted as somebody new each time',
      { countedAs: neverTheSame },
      { stopped: false, 'after a restart': false },
    ],
    ['whose count ends with the process', { forgets: true }, { stopped: true, 'after a restart': false }],
  ])('partner: one %s goes on', async (_, counting, goesOn) => {
    expect(await guessAtStall(attack, counting)).toMatchObject(goesOn)
  })
})
