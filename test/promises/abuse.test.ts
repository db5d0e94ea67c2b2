import { withFolder } from '../storage/folder.ts'
import { MORNING } from '../web/withHouse.ts'
import { attackTwice, type Counting, envOf, neverTheSame, type Started, triesOf } from './attacking.ts'
import { sayFigures } from './figures.ts'
import { houseIn } from './houseIn.ts'
import { openBooks } from './keptBooks.ts'
import { crowd, Person } from './person.ts'

// E6. Its mutation partners run below: without the room that a proved code makes a stall is stopped; who is counted as somebody
// new each time, or as nobody any more after a restart, goes on.

const TABLETS = 30
const HOURS = 8
const MINUTE = 60_000
const STALL = '203.0.113.7'

type Books = Awaited<ReturnType<typeof openBooks>>

/** The digits of the newest code to an address, as its letter has them. */
const digitsFor = async ({ store }: Books, address: string): Promise<string> => {
  for (const { id, letter } of (await store.newest(40)).reverse()) {
    const contents = letter === 'code' ? await store.contents(id) : null
    if (contents?.letter.to === address) return String(contents.letter.data.digits)
  }
  return 'none'
}

/** Asks for a code from the stall's address. Pages are asked for from others: that limit goes by the machine's minutes. */
const askFrom = async (from: string, tablet: Person, email: string) => {
  const own = tablet.from
  tablet.from = from
  const got = await tablet.post('/send/code', { email })
  tablet.from = own
  return got
}

type Enter = Started['house']['site']['sending']['enterCode']
type Worked = { people: number; refused: string[] }

/** Thirty tablets at work for a day, until somebody is asked to wait; `enter` is how a code is typed back. */
const workADay = async (entering = (enter: Enter) => enter): Promise<Worked> => {
  const worked: Worked = { people: 0, refused: [] }
  await withFolder(async (folder) => {
    let now = MORNING
    const { house, address, close } = await houseIn(folder, envOf(folder), { clock: () => now })
    const enterCode = entering(house.site.sending.enterCode)
    const books = await openBooks(folder)
    const serve = async (tablet: Person, at: number) => {
      const email = `resident-${worked.people++}@home.example`
      tablet.cookies.clear()
      const steps = [
        await tablet.get('/begin'),
        await tablet.post('/begin', { agree: 'yes' }),
        await tablet.get('/questions/q1'),
        await tablet.post('/questions/q1', { 'q1-reasons': `Said at tablet ${at}.` }),
        await tablet.get('/tasks'),
        await askFrom(STALL, tablet, email),
      ]
      worked.refused.push(...steps.filter(({ status }) => status >= 400).map(({ path, status }) => `${path} ${status}`))
      const key = tablet.cookies.get('visit') ?? ''
      const response = await books.responseOf(key)
      const digits = await digitsFor(books, email)
      const entered = response ? await enterCode({ response, key }, digits, now) : 'nobody has begun'
      if (entered !== 'right') worked.refused.push(`${email} ${entered}`)
    }
    const tablets = Array.from({ length: TABLETS }, () => new Person(address))
    // Each tablet has somebody new every quarter of an hour; all within the same minute, as crowds come.
    for (let quarter = 0; quarter < HOURS * 4 && worked.refused.length === 0; quarter += 1) {
      await crowd(tablets, 6, serve)
      now += 15 * MINUTE
    }
    for (const tablet of tablets) tablet.leave()
    await books.close()
    await close()
  })
  return worked
}

test('a stall of 30 tablets behind one address works for eight hours, and nobody is asked to wait', async () => {
  const { people, refused } = await workADay()
  sayFigures('E6 stall', { people, refused: refused.length })
  expect(refused).toEqual([])
  expect(people).toBe(TABLETS * HOURS * 4)
}, 240_000)

test('partner: where a code that is typed back makes no room for another, the stall is asked to wait', async () => {
  const { refused } = await workADay(() => async () => 'right')
  expect([...new Set(refused)]).toEqual(['/send/code 429'])
})

const bomb = async ({ address }: Started) => {
  const bomber = new Person(address, '198.51.100.9')
  await bomber.begin()
  await bomber.post('/questions/q1', { 'q1-reasons': 'Nothing.' })
  return triesOf((at) => bomber.post('/send/code', { email: `victim-${at}-${Math.random()}@home.example` }))
}

const guessLinks = async ({ address }: Started) => {
  const guesser = new Person(address, '198.51.100.10')
  await guesser.get('/come-back')
  return triesOf((at) => guesser.post(`/r/guess-number-${at}-of-a-link`))
}

describe.each([
  ['who bombs mailboxes with codes', bomb],
  ['who guesses private links', guessLinks],
])('%s', (who, attack) => {
  test('is stopped within 20 tries, and after a restart at once', async () => {
    const { tries, again } = await attackTwice(attack, attack)
    sayFigures(`E6 one ${who}`, { tries, 'after a restart': again })
    expect(tries).toBeGreaterThan(4)
    expect(tries).toBeLessThanOrEqual(20)
    expect(again).toBe(0)
  })

  test.each<[string, Counting, boolean]>([
    ['who is counted as somebody new each time', { countedAs: neverTheSame }, false],
    ['whose count ends with the process', { forgets: true }, true],
  ])('partner: one %s goes on', async (_, counting, stoppedAtFirst) => {
    const { tries, again } = await attackTwice(attack, attack, counting)
    expect([tries <= 20, again > 0]).toEqual([stoppedAtFirst, true])
  })
})
