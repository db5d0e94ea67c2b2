import { momentIn } from '../../src/consultation/moments.ts'
import { startPicturePool } from '../../src/workers/picturePool.ts'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const plain = (html: string): string =>
  html
    .replace(/&#x27;/g, "'")
    .replace(/&#x3D;/g, '=')
    .replace(/\s+/g, ' ')

const answered = async (address: string): Promise<Visitor> => {
  const visitor = new Visitor(address)
  await visitor.begin()
  await visitor.post('/questions/q4', { q4: 'no', 'q4-reasons': 'A reason that must be on the paper.' })
  return visitor
}

test('a form that another reader does not find whole is not given out, and the question is named', async () => {
  const pool = startPicturePool()
  const blind = {
    ...pool,
    read: async (bytes: Uint8Array) => (await pool.read(bytes)).map((page) => ({ ...page, text: '' })),
  }
  await withHouse(
    async ({ address, house }) => {
      const visitor = await answered(address)
      const response = await house.site.responses.openBy('visit', visitor.cookies.get('visit')!)
      for (const path of ['/check', '/take', `/take/mopac-2017-response-${response?.reference}.pdf`]) {
        const { status, text, headers } = await visitor.get(path)
        expect([path, status, headers.get('content-type')]).toEqual([path, 500, 'text/html; charset=utf-8'])
        expect(text).toContain('We could not make a form that we trust')
        expect(text).toContain('Officers and front counters')
        expect(text).toMatch(/\b\d{6}\b/)
      }
    },
    { pictures: blind },
  )
})

test('what was kept long enough is forgotten, and its code opens nothing', () =>
  withHouse(async ({ address, house, setClock }) => {
    const visitor = await answered(address)
    const code = await house.site.responses.returnCodeOf(visitor.cookies.get('visit')!)
    setClock(momentIn('2018-01-06T23:59', 'Europe/London'))
    expect(await house.forgetDue()).toBe(0)
    setClock(momentIn('2018-01-07T00:01', 'Europe/London'))
    expect(await house.forgetDue()).toBe(1)
    expect(await house.site.responses.openBy('return-code', code)).toBeNull()
  }))

test('over each question stands who asks it, as the pack marks it, with its prompts, facts and premise', () =>
  withHouse(async ({ address, house }) => {
    const visitor = await answered(address)
    for (const page of house.site.consultation.questionnaire.pages) {
      const text = plain((await visitor.get(`/questions/${page.id}`)).text)
      const [first] = page.questions
      const asks = first?.wording === 'published' ? 'MOPAC asks<' : 'MOPAC asked about this; the words are ours<'
      if (first?.number) expect([page.id, text.includes(asks)]).toEqual([page.id, true])
      expect(text.includes('MOPAC asks<')).toBe(first?.wording === 'published')
      const said = [page.premise ?? '', ...page.prompts, ...page.facts.flatMap((fact) => [fact.text, fact.source])]
      for (const words of said) expect([page.id, words, text.includes(words)]).toEqual([page.id, words, true])
    }
  }))

test('the note that the layout is reconstructed stands beside every link to the form', () =>
  withHouse(async ({ address, house }) => {
    const visitor = await answered(address)
    for (const path of ['/', '/check', '/take']) {
      expect([path, (await visitor.get(path)).text.includes(house.site.consultation.form.note!)]).toEqual([path, true])
    }
  }))

test('the decision is shown from the closing on, and not a millisecond before', () =>
  withHouse(async ({ address, setClock }) => {
    const closing = momentIn('2017-10-06T17:30', 'Europe/London')
    const shows = async (now: number) => {
      setClock(now)
      return (await new Visitor(address).get('/')).text.includes('Dagenham kept its 24-hour front counter')
    }
    expect([await shows(closing - 1), await shows(closing)]).toEqual([false, true])
  }))

test('the last posting day holds until it ends, and answers are said to be kept until the day they are', () =>
  withHouse(async ({ address, setClock }) => {
    const at = async (local: string) => {
      setClock(momentIn(local, 'Europe/London'))
      const visitor = await answered(address)
      return plain((await visitor.get('/take')).text)
    }
    expect(await at('2017-10-04T23:59')).toContain('Post it on <strong>Wednesday 4 October 2017</strong> at the latest')
    expect(await at('2017-10-05T00:01')).toContain('The last day that we would trust to the post was')
    const { text } = await (await answered(address)).get('/save')
    expect(text).toContain('Saturday 6 January 2018')
    setClock(momentIn('2017-12-20T12:00', 'Europe/London'))
    expect((await (await answered(address)).get('/save')).text).toContain('Friday 19 January 2018')
  }))

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
    for (const path of ['/take', '/save']) {
      const { status, text } = await visitor.get(path)
      expect([path, status]).toEqual([path, 409])
      expect(text).toContain('Answer one question first')
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
    Object.assign(house.site.responses, { save: () => Promise.reject(new Error('disk full')) })
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
