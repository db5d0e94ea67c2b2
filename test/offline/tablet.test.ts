import { inGroups } from '../../src/responses/alphabet.ts'
import { withHouse } from '../web/withHouse.ts'
import { answerAs, makeTestTablet, pairWith, sample } from './tabletIn.ts'

const digest = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(new Uint8Array(bytes)).toString('base64')

test('a person answers without signal, and the server has them once there is', () =>
  withHouse(async (test) => {
    const tablet = await makeTestTablet(test)
    const { stallId } = await pairWith(tablet, test)
    tablet.signal.on = false
    await answerAs(tablet, sample)
    const response = (await tablet.house.site.responses.openBy('visit', (await tablet.house.books.using())!.visit))!
    const file = `mopac-2017-response-${response.reference}.pdf`
    const page = await (await tablet.get('/handover')).text()
    expect(page).toContain(inGroups(response.reference!))
    const [, address = file] = page.match(/"(\/take\/[^"]+)"/) ?? []
    const printed = await (await tablet.get(address.replace('&#x3D;', '='))).arrayBuffer()

    expect((await tablet.post('/handover/print')).go).toBe('/stall/empty?why=finished&became=tray')
    expect(await (await tablet.get('/stall')).text()).toContain('waiting to send (1)')
    expect(await test.house.site.stalls.tray(stallId)).toEqual([])

    tablet.signal.on = true
    await tablet.house.rounds.go()
    const [waiting] = await test.house.site.stalls.tray(stallId)
    expect(waiting).toMatchObject({ responseId: response.id, reference: response.reference })
    const kept = (await test.house.site.responses.byId(response.id))!
    expect(kept.answers).toEqual(response.answers)
    const filled = await test.house.site.form.fill(kept.answers, kept.reference, 'final')
    expect(digest(printed)).toBe(digest(filled.bytes))
    await tablet.house.rounds.go()
    expect(await (await tablet.get('/stall')).text()).toContain('Nothing waits')
    expect(tablet.failures).toEqual([])
  }))

test('who stops before the end leaves nothing, who had finished and walked away is kept', () =>
  withHouse(async (test) => {
    const tablet = await makeTestTablet(test)
    const { stallId } = await pairWith(tablet, test)
    await tablet.post('/stall/next')
    await tablet.post('/stall/hello', { agree: 'yes' })
    await tablet.post('/questions/q1', { q1: 'no' })
    expect((await tablet.post('/stall/clear', { why: 'idle' })).go).toBe('/stall/empty?why=idle&became=deleted')
    await answerAs(tablet, sample)
    expect((await tablet.post('/stall/clear', { why: 'idle' })).go).toBe('/stall/empty?why=idle&became=tray')
    expect(await test.house.site.stalls.tray(stallId)).toHaveLength(1)
    for (const store of ['responses', 'secrets', 'using', 'showing', 'queue'] as const)
      expect([store, await tablet.house.db.getAll(store)]).toEqual([store, []])
  }))

test('a tablet that lay alone, with no page open to see to it, is cleared before it shows anything', () =>
  withHouse(async (test) => {
    const tablet = await makeTestTablet(test)
    await pairWith(tablet, test)
    await tablet.post('/stall/next')
    await tablet.post('/stall/hello', { agree: 'yes' })
    await tablet.post('/questions/q1', { q1: 'no' })
    tablet.clock.aheadMs = 121_000
    const answer = await tablet.get('/questions/q1')
    expect(new URL(answer.headers.get('location')!).pathname).toBe('/stall')
    expect(await tablet.house.db.getAll('responses')).toEqual([])
  }))

test('the next person cannot be begun while somebody is using it, nor a page be seen that is nobody’s', () =>
  withHouse(async (test) => {
    const tablet = await makeTestTablet(test)
    await pairWith(tablet, test)
    expect(new URL((await tablet.get('/questions/q1')).headers.get('location')!).pathname).toBe('/stall')
    await tablet.post('/stall/next')
    await tablet.post('/stall/hello', { agree: 'yes' })
    expect((await tablet.post('/stall/next')).go).toBe('/tasks')
    expect((await tablet.post('/stall/hello', { agree: 'yes' })).go).toBe('/stall')
    expect(new URL((await tablet.get('/handover')).headers.get('location')!).pathname).toBe('/stall/nothing-yet')
  }))

test('without consent nothing begins, and it is said', () =>
  withHouse(async (test) => {
    const tablet = await makeTestTablet(test)
    await pairWith(tablet, test)
    const refused = await tablet.post('/stall/hello', { size: 'largest', quick: 'yes' })
    expect([refused.status, await tablet.house.books.using()]).toEqual([422, undefined])
    expect(refused.text).toContain('Tick the box if you agree')
  }))

test('a person takes a half-done response along, and finds it by the link', () =>
  withHouse(async (test) => {
    const tablet = await makeTestTablet(test)
    await pairWith(tablet, test)
    await tablet.post('/stall/next')
    await tablet.post('/stall/hello', { agree: 'yes', quick: 'yes' })
    await tablet.post('/questions/quick', { q4: 'no', 'q4-reasons': 'It is too far to walk.' })
    expect((await tablet.post('/handover/phone')).go).toBe('/handover/qr')
    const { link } = (await tablet.house.site.tablet!.showing())!
    const opened = await test.house.site.responses.openBy('link', link.split('/r/')[1]!)
    expect(opened?.answers).toEqual({ q4: 'no', 'q4-reasons': 'It is too far to walk.' })
    expect((await tablet.post('/stall/done')).go).toBe('/stall/empty?why=finished&became=link')
    expect(await tablet.house.books.showing()).toBe(undefined)
  }))

test('whoever types on one page for minutes loses nothing, as long as the page says that it is touched', () =>
  withHouse(async (test) => {
    const tablet = await makeTestTablet(test)
    await pairWith(tablet, test)
    await tablet.post('/stall/next')
    await tablet.post('/stall/hello', { agree: 'yes' })
    for (const aheadMs of [100_000, 200_000, 300_000]) {
      tablet.clock.aheadMs = aheadMs
      await tablet.house.books.touch(tablet.house.clock())
    }
    await tablet.post('/questions/q1', { 'q1-reasons': 'Written slowly.' })
    expect(await (await tablet.get('/questions/q1')).text()).toContain('Written slowly.')
  }))
