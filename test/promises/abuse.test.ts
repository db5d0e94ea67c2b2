import { withFolder } from '../storage/folder.ts'
import { MORNING } from '../web/withHouse.ts'
import { sayFigures } from './figures.ts'
import { houseIn } from './houseIn.ts'
import { openBooks } from './keptBooks.ts'
import { crowd, Person } from './person.ts'

// E6. Mutation partners: with UNPROVED at 200 in delivery/codes.ts a mail-bomber goes on; without the room that a proved code
// makes a stall is stopped; with counts in memory a guesser goes on after a restart.

const TABLETS = 30
const HOURS = 8
const MINUTE = 60_000
const STALL = '203.0.113.7'

const envOf = (folder: string) => ({
  ...{ MAIL_FOLDER: `${folder}/post`, MAIL_FROM: 'respond@campaign.example', OUTBOX: 'elsewhere', TRUST_PROXY: '1' },
})

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

test(
  'a stall of 30 tablets behind one address works for eight hours, and nobody is asked to wait',
  () =>
    withFolder(async (folder) => {
      let now = MORNING
      const { house, address, close } = await houseIn(folder, envOf(folder), { clock: () => now })
      const books = await openBooks(folder)
      const refused: string[] = []
      let people = 0
      const serve = async (tablet: Person, at: number) => {
        const email = `resident-${people++}@home.example`
        tablet.cookies.clear()
        const steps = [
          await tablet.get('/begin'),
          await tablet.post('/begin', { agree: 'yes' }),
          await tablet.get('/questions/q1'),
          await tablet.post('/questions/q1', { 'q1-reasons': `Said at tablet ${at}.` }),
          await tablet.get('/tasks'),
          await askFrom(STALL, tablet, email),
        ]
        refused.push(...steps.filter(({ status }) => status >= 400).map(({ path, status }) => `${path} ${status}`))
        const key = tablet.cookies.get('visit') ?? ''
        const response = await books.responseOf(key)
        const entered = response
          ? await house.site.sending.enterCode(
              { response, key: tablet.cookies.get('visit') ?? '' },
              await digitsFor(books, email),
              now,
            )
          : 'nobody has begun'
        if (entered !== 'right') refused.push(`${email} ${entered}`)
      }
      const tablets = Array.from({ length: TABLETS }, () => new Person(address))
      // Each tablet has somebody new every quarter of an hour; all within the same minute, as crowds come.
      for (let quarter = 0; quarter < HOURS * 4; quarter += 1) {
        await crowd(tablets, 6, serve)
        now += 15 * MINUTE
      }
      await books.close()
      await close()
      sayFigures('E6 stall', { people, refused: refused.length })
      expect(refused).toEqual([])
    }),
  240_000,
)

/** Tries until it is told to wait; answers how often it was not, at most 200 times. */
const triesOf = async (once: (at: number) => Promise<{ status: number }>): Promise<number> => {
  for (let tries = 0; tries < 200; tries += 1) if ((await once(tries)).status === 429) return tries
  return 200
}

const bomb = async (address: string) => {
  const bomber = new Person(address, '198.51.100.9')
  await bomber.begin()
  await bomber.post('/questions/q1', { 'q1-reasons': 'Nothing.' })
  return triesOf((at) => bomber.post('/send/code', { email: `victim-${at}-${Math.random()}@home.example` }))
}

const guessLinks = async (address: string) => {
  const guesser = new Person(address, '198.51.100.10')
  await guesser.get('/come-back')
  return triesOf((at) => guesser.post(`/r/guess-number-${at}-of-a-link`))
}

test.each([
  ['who bombs mailboxes with codes', bomb],
  ['who guesses private links', guessLinks],
])('%s is stopped within 20 tries, and after a restart at once', (who, attack) =>
  withFolder(async (folder) => {
    const first = await houseIn(folder, envOf(folder))
    const tries = await attack(first.address)
    await first.close()
    const second = await houseIn(folder, envOf(folder))
    const again = await attack(second.address)
    await second.close()
    sayFigures(`E6 one ${who}`, { tries, 'after a restart': again })
    expect(tries).toBeGreaterThan(4)
    expect(tries).toBeLessThanOrEqual(20)
    expect(again).toBe(0)
  }),
)
