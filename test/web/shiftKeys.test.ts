import { finishedWith } from '../stall/brought.ts'
import { makeStall, Tablet } from './atStall.ts'
import { Visitor } from './visitor.ts'
import { MORNING, withHouse } from './withHouse.ts'

const HOUR = 3_600_000

/** What a browser has when the answer to its press was lost on the way. */
const losingTheAnswer = async (tablet: Tablet, card: string): Promise<void> => {
  await tablet.get(`/stall/pair/${card}`)
  const before = new Map(tablet.cookies)
  expect((await tablet.post(`/stall/pair/${card}`)).status).toBe(303)
  tablet.cookies.clear()
  for (const [name, value] of before) tablet.cookies.set(name, value)
}

test('a browser whose answer was lost pairs by the same card again, as the same tablet; whoever photographed it does not', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test)
    const [lost, thief] = [new Tablet(test.address), new Tablet(test.address)]
    await losingTheAnswer(lost, cards[0]!)
    expect((await lost.get('/stall/ready')).text).toContain('This tablet is not paired')

    const stolen = await thief.pair(cards[0]!)
    expect([stolen.status, stolen.text.includes('Ask the organiser for another card')]).toEqual([422, true])
    expect((await thief.get('/stall/ready')).text).toContain('This tablet is not paired')

    test.setClock(MORNING + HOUR)
    expect((await lost.pair(cards[0]!)).location).toBe('/stall/ready')
    expect([...lost.cookies.keys()].sort()).toEqual(['shift', 'token'])
    expect((await lost.get('/stall/ready')).text).toContain('Heathway, card 1')
    expect((await lost.heard()).card).toBe(1)
  }))

test('the button pressed twice, or the card scanned again on its tablet, changes nothing', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test, 2)
    const tablet = new Tablet(test.address)
    await losingTheAnswer(tablet, cards[0]!)
    const [one, other] = await Promise.all([0, 1].map(() => tablet.post(`/stall/pair/${cards[0]}`)))
    expect([one!.location, other!.location]).toEqual(['/stall/ready', '/stall/ready'])
    const key = tablet.cookies.get('shift')
    for (const heard of [false, true]) {
      expect((await tablet.pair(cards[0]!)).location).toBe('/stall/ready')
      expect([heard, tablet.cookies.get('shift')]).toEqual([heard, key])
      await tablet.heard()
    }
    expect((await tablet.pair(cards[1]!)).location).toBe('/stall/ready')
    expect((await tablet.heard()).card).toBe(2)
  }))

test('once its tablet was heard of, a card pairs nothing, by whatever a browser had before', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test)
    const [tablet, copy] = [new Tablet(test.address), new Tablet(test.address)]
    await losingTheAnswer(tablet, cards[0]!)
    for (const [name, value] of tablet.cookies) copy.cookies.set(name, value)
    await tablet.pair(cards[0]!)
    await tablet.heard()
    expect((await copy.pair(cards[0]!)).status).toBe(422)
    expect(copy.key).toBe('')
  }))

test('who only looks at a card’s page is not taken for a tablet', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test)
    const visitor = new Visitor(test.address)
    const { headers } = await visitor.get(`/stall/pair/${cards[0]}`)
    expect(headers.getSetCookie().join()).toMatch(/scan=[\w-]{22}; Path=\/; Max-Age=345600; HttpOnly; SameSite=Lax/)
    expect((await visitor.get('/')).text).toBe((await new Visitor(test.address).get('/')).text)
  }))

test('the pairing key is given to a script and never shown to whoever opens its address', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test)
    const tablet = new Tablet(test.address)
    await tablet.pair(cards[0]!)
    const ask = (headers: Record<string, string>) => {
      const cookie = `shift=${tablet.cookies.get('shift')}`
      return tablet.send('/stall/key', { headers: { cookie, ...headers } })
    }
    expect(JSON.parse((await ask({ 'sec-fetch-dest': 'empty' })).text)).toEqual({ key: tablet.key })
    expect((await ask({ accept: 'application/json' })).status).toBe(200)
    const html = 'text/html,application/xhtml+xml,*/*;q=0.8'
    for (const headers of [
      { 'sec-fetch-dest': 'document', accept: html },
      { 'sec-fetch-dest': 'iframe', accept: '*/*' },
      { accept: html },
    ]) {
      const shown = await ask(headers as Record<string, string>)
      expect([shown.status, shown.text.includes(tablet.key)]).toEqual([404, false])
    }
  }))

test('a tablet’s cookie opens the server’s pages until twelve hours after its stall is over; its pairing key works on', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test)
    const tablet = new Tablet(test.address)
    await tablet.pair(cards[0]!)
    // The stall is over six hours after midnight in London.
    const over = Date.UTC(2017, 8, 26, 5)
    test.setClock(over + 12 * HOUR - 1)
    expect((await tablet.get('/stall/tray')).status).toBe(200)
    test.setClock(over + 12 * HOUR)
    expect((await tablet.get('/stall/tray')).status).toBe(403)
    expect((await tablet.get('/stall/ready')).text).toContain('This tablet is not paired')
    expect((await tablet.get('/stall/key')).status).toBe(401)
    expect((await tablet.sync(finishedWith())).answered.status).toBe(200)
  }))

test('an address in other letters is not ours, so that nothing passes a tablet’s own pages by', () =>
  withHouse(async ({ address }) => {
    const visitor = new Visitor(address)
    const statuses = await Promise.all(['/tasks', '/Tasks'].map(async (path) => (await visitor.get(path)).status))
    expect(statuses).toEqual([403, 404])
  }))
