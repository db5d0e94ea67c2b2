import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const answered = async (address: string): Promise<Visitor> => {
  const visitor = new Visitor(address)
  await visitor.begin()
  await visitor.post('/questions/q4', { q4: 'no', 'q4-reasons': 'A reason that must be on the paper.' })
  return visitor
}

test('nothing is given out, as a file or a picture, while a character cannot be printed', () =>
  withHouse(async ({ address, house }) => {
    const visitor = await answered(address)
    const response = await house.site.responses.openBy('visit', visitor.cookies.get('visit')!)
    await visitor.post('/questions/q1', { 'q1-reasons': 'A smile 😀' })
    expect((await visitor.get(`/take/mopac-2017-response-${response?.reference}.pdf`)).location).toBe('/check')
    expect((await visitor.get('/check/pages/1.png')).status).toBe(404)
    expect((await visitor.get('/check/pages/1')).status).toBe(404)
    expect((await visitor.get('/check')).text).toContain('😀')
  }))

test('who has a response open begins no second one', () =>
  withHouse(async ({ address }) => {
    const visitor = await answered(address)
    const key = visitor.cookies.get('visit')
    await visitor.get('/questions/q4')
    expect((await visitor.post('/begin', { agree: 'yes' })).location).toBe('/tasks')
    expect(visitor.cookies.get('visit')).toBe(key)
  }))

test('before the first saved answer there is nothing to take, and the page says so', () =>
  withHouse(async ({ address }) => {
    const visitor = new Visitor(address)
    await visitor.begin()
    for (const path of ['/send', '/save']) {
      const { status, text } = await visitor.get(path)
      expect([path, status]).toEqual([path, 409])
      expect(text).toContain('Answer one question first')
      expect(text).toContain('<a class="button" href="/questions/q1">To the first question</a>')
    }
  }))

test('the page in words says what is ticked', () =>
  withHouse(async ({ address }) => {
    const visitor = await answered(address)
    expect((await visitor.get('/check')).text).toContain('Ticked on this page: 4: No.')
  }))

test('a fault while saving gives back every word that was typed', () =>
  withHouse(async ({ address, house }) => {
    const visitor = await answered(address)
    Object.assign(house.site.responses, { saveIf: () => Promise.reject(new Error('disk full')) })
    const { status, text } = await visitor.post('/questions/q1', {
      q1: 'no',
      'q1-reasons': 'These words must come back.',
    })
    expect(status).toBe(500)
    expect(text).toContain('These words must come back.')
    expect(text).toMatch(/\b\d{6}\b/)
  }))

test('a whole form of long answers, brought back, is not too much', () =>
  withHouse(async ({ address }) => {
    const visitor = await answered(address)
    await visitor.get('/questions/q1')
    const long = 'ক'.repeat(19_000)
    const fields = Object.fromEntries(['q1', 'q2', 'q3', 'q5', 'q6'].map((id) => [`answer-${id}-reasons`, long]))
    expect((await visitor.post('/bring-back/keep', { ...fields, 'answer-q7-options': long })).status).toBe(303)
    expect((await visitor.get('/questions/q6')).text).toContain(long)
  }))

test('an answer that a PDF brought too long can be written anew, and loses nothing else', () =>
  withHouse(async ({ address }) => {
    const visitor = await answered(address)
    await visitor.get('/questions/q1')
    const fields = { 'answer-q1-reasons': 'Short.', 'answer-name': 'N'.repeat(301) }
    const page = await visitor.post('/bring-back/keep', fields)
    expect(page.status).toBe(422)
    expect(page.text).toMatch(/<textarea id="answer-name"[^>]*>\s*N{301}</)
    expect(page.text).toContain('Please take out 1.')
    expect((await visitor.post('/bring-back/keep', { ...fields, 'answer-name': 'Nuñez' })).status).toBe(303)
  }))
