import type { House } from '../../src/compose.ts'
import { readFields } from '../../src/pdf/found/readFields.ts'
import { mopac } from '../delivery/samples.ts'
import { pageTexts } from '../pdf/paper.ts'
import { tampered, words } from '../pdf/tampered.ts'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'
import { proved, RESIDENT, withPost } from './withPost.ts'

const REASON = 'A reason that must be on the paper.'

/** Lets a hand change every form that the house fills, until it is taken off. */
const fillingBy = ({ site: { form } }: House, hand: (object: string) => string): (() => void) => {
  const { fill } = form
  Object.assign(form, { fill: async (...asked: Parameters<typeof fill>) => tampered(await fill(...asked), hand) })
  return () => void Object.assign(form, { fill })
}

const answered = async (address: string): Promise<Visitor> => {
  const visitor = new Visitor(address)
  await visitor.begin()
  await visitor.post('/questions/q4', { q4: 'no', 'q4-reasons': REASON })
  return visitor
}

const HANDS: [string, (object: string) => string][] = [
  ['a letter is another', words('reason', 'season')],
  ['what was written is covered', (object) => object.replace('\nendstream', '\n1 g 0 0 600 850 re f\nendstream')],
  [
    'a tick does not show',
    (object) => object.replace(/\/AS\/(?!Off)\S+?(?=[/>])/, '/AS/Off').replace(/\/CRGT\S+ Do/, ''),
  ],
]

test.each(HANDS)('a form is not given out when %s: the question is named, the answers stay', (_, hand) =>
  withHouse(async ({ address, house }) => {
    const visitor = await answered(address)
    const response = await house.site.responses.openBy('visit', visitor.cookies.get('visit')!)
    const file = `/take/mopac-2017-response-${response?.reference}.pdf`
    const takeOff = fillingBy(house, hand)
    for (const path of ['/check', '/send/cover', '/send/draft.eml', file, `${file}?print=yes`]) {
      const { status, text, headers } = await visitor.get(path)
      expect([path, status, headers.get('content-type')]).toEqual([path, 500, 'text/html; charset=utf-8'])
      expect(text).toContain('We could not make a form that we trust')
      expect(text).toContain('Officers and front counters')
      expect(text).toMatch(/\b\d{6}\b/)
    }
    expect((await visitor.get('/questions/q4')).text).toContain(REASON)
    takeOff()
    const { status, bytes } = await visitor.get(file)
    expect([status, (await pageTexts(bytes)).join().includes(REASON)]).toEqual([200, true])
  }),
)

test('what is saved can be filled on, what is printed cannot', () =>
  withHouse(async ({ address, house }) => {
    const visitor = await answered(address)
    const response = await house.site.responses.openBy('visit', visitor.cookies.get('visit')!)
    const file = `/take/mopac-2017-response-${response?.reference}.pdf`
    const [saved, printed] = [await visitor.get(file), await visitor.get(`${file}?print=yes`)]
    expect(Object.values(await readFields(saved.bytes))).toContain(REASON)
    expect(await readFields(printed.bytes)).toEqual({})
    expect((await pageTexts(printed.bytes)).join()).toContain(REASON)
  }))

test('a form that is not whole goes to nobody: its person hears, with their words, and keeps them', () =>
  withPost(async (test) => {
    const { visitor, fields } = await proved(test)
    const takeOff = fillingBy(test.house, words('arrive', 'arrove'))
    const before = (await test.lettersTo(RESIDENT)).length
    expect((await visitor.post('/send', fields)).location).toBe('/sent')
    const told = (await test.lettersTo(RESIDENT, before)).at(-1)
    expect(told?.text).toContain('A reason that must arrive.')
    expect(told?.attachments).toEqual([])
    expect(test.sink.received.filter(({ envelope }) => envelope.to.includes(mopac.email.address))).toEqual([])
    expect((await visitor.get('/sent')).text).toMatch(
      /Not delivered: do this now[\s\S]+The form that was filled does not show every word\./,
    )
    takeOff()
    expect((await visitor.get('/questions/q4')).text).toContain('A reason that must arrive.')
  }))
