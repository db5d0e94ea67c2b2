import { digestOf, receiptIn } from '../../src/stall/receipt.ts'
import { finishedWith } from '../stall/brought.ts'
import { makeStall, STILL, Tablet, TODAY } from './atStall.ts'
import { Visitor } from './visitor.ts'
import { MORNING, withHouse } from './withHouse.ts'

const HOUR = 3_600_000

// Times that no calendar has.
const BEYOND = [{ aheadMs: -9e15 }, { tally: [{ from: 9e15, started: 1, finished: 1 }] }].map((more) =>
  JSON.stringify({ ...STILL, ...more }),
)

test('a card pairs one tablet, once; the page behind it is alike for every card', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test)
    const [tablet, other] = [new Tablet(test.address), new Tablet(test.address)]
    const [real, made] = [await other.get(`/stall/pair/${cards[0]}`), await other.get(`/stall/pair/${'x'.repeat(22)}`)]
    const bare = (text: string) => text.replaceAll(/pair\/[\w-]+|value="[^"]*"/g, '')
    expect(bare(real.text)).toBe(bare(made.text))
    // A card's code is no return code, and nothing here asks for one.
    expect(real.text).not.toContain('/come-back')

    expect((await tablet.pair(cards[0]!)).location).toBe('/stall/ready')
    expect(tablet.key).toMatch(/^[\w-]{22}$/)
    expect((await tablet.get('/stall')).text).toContain('Heathway, card 1')
    await tablet.heard()
    const again = await other.pair(cards[0]!)
    expect([again.status, again.text.includes('This card pairs nothing')]).toEqual([422, true])
    expect((await other.get('/stall')).text).toContain('This tablet is not paired')
    expect((await other.get('/stall/key')).status).toBe(401)
  }))

test('the cookie is HttpOnly and of this host alone, and no page or script-readable place has the key', () =>
  withHouse(
    async (test) => {
      const { cards } = await makeStall(test)
      const tablet = new Tablet(test.address)
      const [line] = (await tablet.pair(cards[0]!)).headers.getSetCookie()
      expect(line).toMatch(/^__Host-shift=[\w-]{22}; Path=\/; Max-Age=345600; HttpOnly; SameSite=Lax; Secure$/)
      const cookie = tablet.cookies.get('__Host-shift')!
      expect(tablet.key).not.toBe(cookie)
      expect((await tablet.get('/stall')).text).not.toContain(cookie)
    },
    { publicUrl: 'https://respond.example.org' },
  ))

test('a tablet tells how it is and hears the time, its stall and the public keys, never a private one', () =>
  withHouse(async (test) => {
    const { cards, stall } = await makeStall(test, 2)
    const tablet = new Tablet(test.address)
    await tablet.pair(cards[1]!)
    const said = { unsent: 3, tally: [{ from: MORNING, started: 5, finished: 4 }], aheadMs: 86_400_000 }
    const heard = await tablet.heard(said)
    const { id, name, place } = stall
    expect(heard).toMatchObject({
      now: MORNING,
      stall: { id, name, place, day: TODAY },
      card: 2,
      tray: 0,
      closed: false,
    })
    for (const key of [heard.keys.seal, heard.keys.receipts])
      expect(Object.keys(key).sort()).toEqual(['crv', 'kty', 'x', 'y'])
    expect((await test.house.site.stalls.one(id))?.shifts[1]).toMatchObject({ ...said, seenAt: MORNING })
    for (const bad of ['no JSON', '{}', JSON.stringify({ ...STILL, unsent: -1 }), ...BEYOND])
      expect((await tablet.bring('/stall/heard', bad)).status).toBe(400)
  }))

test('what a tablet brings is kept by its pairing key alone, and answered with a receipt that it can check', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test)
    const tablet = new Tablet(test.address)
    await tablet.pair(cards[0]!)
    const finished = finishedWith({ link: 'L'.repeat(22), wants: 'print' })
    const { answered, sealed, keys } = await tablet.sync(finished)
    const about = { id: finished.id, digest: await digestOf(sealed) }
    expect(await receiptIn(keys.receipts, JSON.parse(answered.text).receipt, about)).not.toBeNull()
    expect((await test.house.site.responses.openBy('link', 'L'.repeat(22)))?.answers).toEqual(finished.answers)
    expect((await tablet.heard()).tray).toBe(1)

    const other = await tablet.bring(`/stall/sync/${finished.id}`, sealed.slice(1))
    expect([other.status, JSON.parse(other.text).refused]).toEqual([409, 'other'])
    const stranger = await tablet.bring(`/stall/sync/${crypto.randomUUID()}`, sealed)
    expect([stranger.status, JSON.parse(stranger.text).refused]).toEqual([422, 'unreadable'])
  }))

test('a cookie opens no sync, and a pairing key no page', () =>
  withHouse(async (test) => {
    const { cards } = await makeStall(test)
    const tablet = new Tablet(test.address)
    await tablet.pair(cards[0]!)
    const cookie = tablet.cookies.get('shift')!
    expect((await tablet.bring('/stall/heard', JSON.stringify(STILL), cookie)).status).toBe(401)
    const byKey = new Visitor(test.address)
    byKey.cookies.set('shift', tablet.key)
    expect((await byKey.get('/stall')).text).toContain('This tablet is not paired')
  }))

test('a revoked tablet syncs nothing more, in words, and its browser opens nothing', () =>
  withHouse(async (test) => {
    const { cards, shifts } = await makeStall(test)
    const tablet = new Tablet(test.address)
    await tablet.pair(cards[0]!)
    await test.house.site.stalls.revoke(shifts[0]!.id, MORNING)
    for (const path of ['/stall/heard', `/stall/sync/${crypto.randomUUID()}`]) {
      const { status, text } = await tablet.bring(path, JSON.stringify(STILL))
      expect([status, JSON.parse(text)]).toEqual([
        401,
        { refused: 'revoked', words: expect.stringContaining('rescue') },
      ])
    }
    expect((await tablet.get('/stall')).text).toContain('This tablet is not paired')
  }))

test('a card pairs until its stall is over, six hours into the night; what waits still comes after that', () =>
  withHouse(async (test) => {
    const { cards, stall } = await makeStall(test, 4)
    const pair = async (card: number) => {
      const tablet = new Tablet(test.address)
      await tablet.pair(cards[card]!)
      return tablet
    }
    const early = await pair(0)
    // Midnight in London is an hour before midnight UTC.
    test.setClock(Date.UTC(2017, 8, 26, 4, 59, 59))
    expect((await pair(1)).key).not.toBe('')
    expect((await early.heard()).closed).toBe(false)
    test.setClock(Date.UTC(2017, 8, 26, 5))
    expect((await pair(2)).key).toBe('')
    expect((await early.heard()).closed).toBe(true)
    test.setClock(MORNING + 40 * HOUR)
    expect((await early.sync(finishedWith())).answered.status).toBe(200)
    await test.house.site.stalls.close(stall.id, MORNING + 41 * HOUR)
    expect((await early.sync(finishedWith())).answered.status).toBe(200)
  }))
