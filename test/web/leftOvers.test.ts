import { pageTexts } from '../pdf/paper.ts'
import { finishedWith } from '../stall/brought.ts'
import { makeStall, Tablet } from './atStall.ts'
import { Visitor } from './visitor.ts'
import { MORNING, type TestHouse, withHouse } from './withHouse.ts'

const LINK = 'L'.repeat(22)
const SAID = 'Said to an older question.'

/** The person of a response that a tablet with an older pack brought, at home, by their own link. */
const atHome = async (test: TestHouse): Promise<Visitor> => {
  const { cards } = await makeStall(test)
  const tablet = new Tablet(test.address)
  await tablet.pair(cards[0]!)
  await tablet.sync(finishedWith({ link: LINK, answers: { q4: 'perhaps', 'q4-reasons': 'I walk.', gone: SAID } }))
  const visitor = new Visitor(test.address)
  await visitor.get(`/r/${LINK}`)
  await visitor.post(`/r/${LINK}`)
  return visitor
}

const FILE = '/take/mopac-2017-response-K7MQ2FTD.pdf'

test('its person sees every word of a misfit, and no form is made while one has no place on it', () =>
  withHouse(async (test) => {
    const visitor = await atHome(test)
    const { status, text } = await visitor.get('/check')
    expect(status).toBe(200)
    for (const words of ['Said to other questions', SAID, 'perhaps', 'I walk.']) expect(text).toContain(words)
    expect(text).not.toContain('/check/pages/1.png')
    for (const path of ['/send', FILE, '/send/cover', '/send/draft.eml'])
      expect([path, (await visitor.get(path)).location]).toEqual([path, '/check'])
    expect((await visitor.get('/check/pages/1.png')).status).toBe(404)
  }))

test('when its person has answered anew and left the rest out, the form is made as for anybody', () =>
  withHouse(async (test) => {
    const visitor = await atHome(test)
    test.setClock(MORNING + 1)
    await visitor.get('/questions/q4')
    await visitor.post('/questions/q4', { q4: 'no', 'q4-reasons': `I walk. ${SAID}` })
    await visitor.get('/check')
    expect((await visitor.post('/check/leave-out', { answer: 'gone' })).location).toBe('/check')
    expect((await visitor.get('/check')).text).toContain('/check/pages/1.png')
    const { bytes } = await visitor.get(`${FILE}?print=yes`)
    expect((await pageTexts(bytes)).join().replaceAll(/\s+/g, ' ')).toContain(`I walk. ${SAID}`)
    const [stall] = await test.house.site.stalls.all()
    expect(await test.house.site.stalls.brought(stall!.id)).toMatchObject([{ reference: 'K7MQ2FTD', misfit: false }])
  }))

test('nothing else can be left out by that button', () =>
  withHouse(async (test) => {
    const visitor = await atHome(test)
    await visitor.get('/check')
    await visitor.post('/check/leave-out', { answer: 'q4-reasons' })
    expect((await visitor.get('/check')).text).toContain('I walk.')
  }))
