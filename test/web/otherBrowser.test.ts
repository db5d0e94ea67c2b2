import { Visitor } from './visitor.ts'
import { fieldIn, proved, RESIDENT, sendOnce, withPost } from './withPost.ts'

const BODY = 'consultation@mopac.london.gov.uk'

/** The same response in another browser, by its return code, with an answer changed there. */
const another = async (test: Parameters<Parameters<typeof withPost>[0]>[0], visitor: Visitor, words: string) => {
  const other = new Visitor(test.address)
  const code = await test.house.site.responses.returnCodeOf(visitor.cookies.get('visit')!)
  await other.get('/come-back')
  await other.post('/come-back', { code })
  await other.get('/questions/q4')
  await other.post('/questions/q4', { q4: 'yes', 'q4-reasons': words })
  return other
}

test('who opens a response with its code can send nothing in its person’s name, nor read their address', () =>
  withPost(async (test) => {
    const { visitor, fields } = await proved(test)
    expect((await visitor.post('/send', fields)).location).toBe('/sent')
    await test.lettersTo(BODY)

    const friend = await another(test, visitor, 'Words that its person never wrote.')
    const page = (await friend.get('/send')).text
    const pressed = await friend.post('/send', {
      ...{ press: fieldIn(page, 'press'), seen: fieldIn(page, 'seen'), agree: 'yes', code: fields.code },
    })
    expect(pressed.status).toBe(422)
    expect(pressed.text).toContain('Type your email address first')
    const seen = page + pressed.text + (await friend.get('/sent')).text
    expect(seen).not.toContain(RESIDENT)
    expect(seen).toContain('r…@mail.example')
    expect((await visitor.get('/sent')).text).toContain(RESIDENT)

    const response = await test.house.site.responses.openBy('visit', visitor.cookies.get('visit')!)
    expect(await test.house.site.sending.sent(response!.id)).toHaveLength(1)
  }))

test('a person’s own second device proves once more and then sends', () =>
  withPost(async (test) => {
    const { visitor, fields } = await proved(test)
    await visitor.post('/send', fields)
    await test.lettersTo(BODY)
    const tablet = await another(test, visitor, 'Said better, at home.')
    await sendOnce(tablet, { codeFor: (address) => test.codeFor(address, 1) })
    expect(await test.lettersTo(BODY, 1)).toHaveLength(2)
  }))
