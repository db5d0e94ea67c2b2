import { finishedWith } from '../stall/brought.ts'
import { makeStall, STILL, Tablet } from './atStall.ts'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const HOUR = 3_600_000

test('a card whose answer was lost pairs again, and what it had paired opens nothing any more', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test)
    const [lost, found] = [new Tablet(test.address), new Tablet(test.address)]
    await lost.pair(cards[0]!)
    expect((await found.pair(cards[0]!)).location).toBe('/stall/ready')
    expect((await lost.get('/stall/ready')).text).toContain('This tablet is not paired')
    expect((await lost.bring('/stall/heard', JSON.stringify(STILL))).status).toBe(401)
    expect((await found.get('/stall/ready')).text).toContain('Heathway, card 1')
    expect((await found.heard()).card).toBe(1)
    expect((await lost.pair(cards[0]!)).status).toBe(422)
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
