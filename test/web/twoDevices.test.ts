import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const seenIn = (html: string): string => html.match(/name="seen" value="([^"]+)"/)?.[1] ?? ''
const decoded = (value: string): string => value.replace(/&#x3D;/g, '=')

test('what another device saved meanwhile is not overwritten before the person has seen it', () =>
  withHouse(async ({ address, house }) => {
    const phone = new Visitor(address)
    await phone.begin()
    await phone.post('/questions/q2', { q2: 'no' })
    const code = await house.site.responses.returnCodeOf(phone.cookies.get('visit')!)
    const tablet = new Visitor(address)
    await tablet.get('/come-back')
    await tablet.post('/come-back', { code })

    const old = decoded(seenIn((await tablet.get('/questions/q1')).text))
    await phone.get('/questions/q1')
    await phone.post('/questions/q1', { 'q1-reasons': 'ONE wrote this.' })

    const page = await tablet.post('/questions/q1', { seen: old, 'q1-reasons': 'TWO wrote that.' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('ONE wrote this.')
    expect(page.text).toContain('TWO wrote that.')
    expect((await phone.get('/questions/q1')).text).toContain('ONE wrote this.')

    const again = await tablet.post('/questions/q1', {
      seen: decoded(seenIn(page.text)),
      'q1-reasons': 'TWO wrote that.',
    })
    expect(again.status).toBe(303)
    expect((await phone.get('/questions/q1')).text).toContain('TWO wrote that.')
  }))

test('of two devices that save at the same moment one is kept, and the other is asked', () =>
  withHouse(async ({ address, house }) => {
    const phone = new Visitor(address)
    await phone.begin()
    await phone.post('/questions/q2', { q2: 'no' })
    const code = await house.site.responses.returnCodeOf(phone.cookies.get('visit')!)
    const tablet = new Visitor(address)
    await tablet.get('/come-back')
    await tablet.post('/come-back', { code })

    const seen = decoded(seenIn((await tablet.get('/questions/q1')).text))
    await phone.get('/questions/q1')
    const answers = await Promise.all([
      phone.post('/questions/q1', { seen, 'q1-reasons': 'ONE wrote this.' }),
      tablet.post('/questions/q1', { seen, 'q1-reasons': 'TWO wrote that.' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const asked = answers.find(({ status }) => status === 409)!
    expect(asked.text).toContain('ONE wrote this.')
    expect(asked.text).toContain('TWO wrote that.')
  }))

test('saving twice from one page, or the same words from two, asks nothing', () =>
  withHouse(async ({ address }) => {
    const visitor = new Visitor(address)
    await visitor.begin()
    const seen = decoded(seenIn((await visitor.get('/questions/q1')).text))
    expect((await visitor.post('/questions/q1', { seen, q1: 'no', 'q1-reasons': 'Same.' })).status).toBe(303)
    expect((await visitor.post('/questions/q1', { seen, q1: 'no', 'q1-reasons': 'Same.' })).status).toBe(303)
  }))

test('a closed browser’s key opens nothing any more, and neither does one of yesterday', () =>
  withHouse(async ({ address, setClock, house }) => {
    const visitor = new Visitor(address)
    await visitor.begin()
    await visitor.post('/questions/q1', { q1: 'no' })
    const key = visitor.cookies.get('visit')!
    const code = await house.site.responses.returnCodeOf(key)
    await visitor.get('/save')
    await visitor.post('/leave')
    visitor.cookies.set('visit', key)
    expect((await visitor.get('/tasks')).status).toBe(403)

    await visitor.get('/come-back')
    await visitor.post('/come-back', { code })
    expect((await visitor.get('/tasks')).status).toBe(200)
    setClock(Date.parse('2017-09-25T21:00:01Z'))
    expect((await visitor.get('/tasks')).status).toBe(403)
  }))

test('a page of another site gets no words, no tick and no token of ours', () =>
  withHouse(async ({ address }) => {
    const body = new URLSearchParams({ agree: 'yes', 'answer-name': 'Words of another site' })
    for (const path of ['/begin', '/bring-back/keep', '/questions/q1', '/come-back']) {
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
        const answered = await new Visitor(address).send(path, { method: 'POST', body, headers })
        expect([path, answered.status]).toEqual([path, 403])
        expect(answered.text).not.toMatch(/Words of another site| checked|name="token"/)
        expect(answered.headers.getSetCookie()).toEqual([])
      }
    }
  }))

test('over HTTPS a plain cookie, which a neighbouring site could plant, opens nothing', () =>
  withHouse(
    async ({ address, house }) => {
      const { key } = await house.site.responses.begin('I agree.', Date.parse('2017-09-25T09:00:00Z'))
      const visitor = new Visitor(address)
      visitor.cookies.set('visit', key)
      expect((await visitor.get('/tasks')).status).toBe(403)
      visitor.cookies.set('__Host-visit', key)
      expect((await visitor.get('/tasks')).status).toBe(200)
    },
    { publicUrl: 'https://respond.example' },
  ))
