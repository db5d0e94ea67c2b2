import { withHouse } from '../web/withHouse.ts'
import { answerAs, makeTestTablet, pairWith, sample } from './tabletIn.ts'

test('who walked away from a full tablet is kept from everybody’s eyes until there is room', () =>
  withHouse(async (test) => {
    const tablet = await makeTestTablet(test)
    const { stallId } = await pairWith(tablet, test)
    await answerAs(tablet, sample)
    const { books } = tablet.house
    const { heard, ...known } = (await books.pairing())!
    // A key that nothing can be sealed to stands for whatever stops the end from being kept.
    await books.put('pairing', { ...known, heard: { ...heard, keys: { ...heard.keys, seal: { kty: 'EC' } } } })
    expect((await tablet.post('/stall/clear', { why: 'idle' })).status).toBe(503)
    for (const path of ['/stall', '/check', '/handover', '/questions/q1']) {
      const answer = await tablet.get(path)
      expect([path, answer.status, await answer.text()]).toEqual([path, 503, expect.not.stringContaining(sample.name!)])
    }
    expect((await tablet.get('/stall/rescue')).status).toBe(200)
    await books.put('pairing', { ...known, heard })
    await tablet.get('/stall')
    expect(await test.house.site.stalls.tray(stallId)).toHaveLength(1)
    expect(await books.using()).toBe(undefined)
  }))

test('two ends at once are one', () =>
  withHouse(async (test) => {
    const tablet = await makeTestTablet(test)
    const { stallId } = await pairWith(tablet, test)
    await answerAs(tablet, sample)
    await Promise.all([tablet.post('/handover/print'), tablet.post('/stall/clear', { why: 'idle' })])
    await tablet.house.rounds.go()
    expect(await test.house.site.stalls.tray(stallId)).toHaveLength(1)
    expect(await tablet.house.db.count('queue')).toBe(0)
    expect((await tablet.house.books.tally()).map(({ finished }) => finished)).toEqual([1])
  }))

test('who closes the browser before their link was read finds it again, and nobody begins before they are done', () =>
  withHouse(async (test) => {
    const tablet = await makeTestTablet(test)
    await pairWith(tablet, test)
    await answerAs(tablet, sample)
    await tablet.post('/handover/nothing', { keep: 'yes' })
    expect(new URL((await tablet.get('/stall')).headers.get('location')!).pathname).toBe('/handover/qr')
    expect((await tablet.post('/stall/next')).go).toBe('/handover/qr')
    expect((await tablet.post('/stall/clear', { why: 'left' })).go).toBe('/stall/empty?why=left&became=link')
  }))
