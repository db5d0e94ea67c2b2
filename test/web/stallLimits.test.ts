import { finishedWith } from '../stall/brought.ts'
import { makeStall, STILL, Tablet } from './atStall.ts'
import { Visitor } from './visitor.ts'
import { withPost } from './withPost.ts'

const CODES = 12

/** Asks for codes that nobody types back, each for another mailbox; answers the statuses. */
const askCodes = async (visitor: Visitor, who: string): Promise<number[]> => {
  const statuses = []
  for (let at = 0; at < CODES; at += 1) {
    await visitor.get('/send')
    statuses.push((await visitor.post('/send/code', { email: `${who}-${at}@home.example` })).status)
  }
  return statuses
}

test('two tablets of a stall ask for codes each for themselves; two strangers at one address are one asker', () =>
  withPost(async (test) => {
    const { cards } = await makeStall(test, 2)
    for (const [at, card] of cards.entries()) {
      const tablet = new Tablet(test.address)
      await tablet.pair(card)
      const visit = String(at).repeat(22)
      await tablet.sync(finishedWith({ visit, wants: 'open', reference: `AAAA111${at}` }))
      tablet.cookies.set('visit', visit)
      expect(await askCodes(tablet, `tablet-${at}`)).toEqual(Array(CODES).fill(303))
    }
    const strangers = [new Visitor(test.address), new Visitor(test.address)]
    const asked: number[] = []
    for (const [at, stranger] of strangers.entries()) {
      await stranger.begin()
      await stranger.post('/questions/q1', { 'q1-reasons': 'Because.' })
      asked.push(...(await askCodes(stranger, `stranger-${at}`)))
    }
    expect(asked.filter((status) => status === 429)).toHaveLength(2 * CODES - 20)
  }))

test('wrong pairing keys are counted over both doors together; a right one goes in beside them', () =>
  withPost(async (test) => {
    const { cards } = await makeStall(test)
    const tablet = new Tablet(test.address)
    await tablet.pair(cards[0]!)
    const guesser = new Tablet(test.address)
    const guess = (path: string) => guesser.bring(path, 'x'.repeat(9_000_000), 'g'.repeat(22))
    for (let tries = 0; tries < 20; tries += 1) {
      expect((await guess(tries % 2 ? '/stall/heard' : `/stall/sync/${crypto.randomUUID()}`)).status).toBe(401)
    }
    expect((await guess('/stall/heard')).status).toBe(429)
    expect((await tablet.bring('/stall/heard', JSON.stringify(STILL))).status).toBe(200)
    expect((await tablet.sync(finishedWith())).answered.status).toBe(200)
  }))

test('a body of more than eight megabytes is refused, and the tablet goes on', () =>
  withPost(async (test) => {
    const { cards } = await makeStall(test)
    const tablet = new Tablet(test.address)
    await tablet.pair(cards[0]!)
    const path = `/stall/sync/${crypto.randomUUID()}`
    expect((await tablet.bring(path, new Uint8Array(8 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await tablet.bring(path, new Uint8Array(8 * 1024 * 1024))).status).toBe(422)
    expect((await tablet.sync(finishedWith())).answered.status).toBe(200)
  }))
