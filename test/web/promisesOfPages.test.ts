import { momentIn } from '../../src/consultation/moments.ts'
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
    for (const path of ['/', '/check', '/send', '/send/cover']) {
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
      return plain((await visitor.get('/send')).text)
    }
    expect(await at('2017-10-04T23:59')).toContain('Post it on <strong>Wednesday 4 October 2017</strong> at the latest')
    expect(await at('2017-10-05T00:01')).toContain('The last day that we would trust to the post was')
    const { text } = await (await answered(address)).get('/save')
    expect(text).toContain('Saturday 6 January 2018')
    setClock(momentIn('2017-12-20T12:00', 'Europe/London'))
    expect((await (await answered(address)).get('/save')).text).toContain('Friday 19 January 2018')
  }))

test('the privacy page says who handles paper at a stall, and what a stall’s tablet keeps and for how long', () =>
  withHouse(async ({ address }) => {
    const said = plain((await new Visitor(address).get('/privacy')).text)
    expect(said).toContain('a volunteer or an organiser prints your form for you, and handles the sheets')
    expect(said).toContain('a stall’s tablet carry one more')
    expect(said).toContain('sealed so that only our server can open it, until it has come here')
  }))
