import { mopac } from '../delivery/samples.ts'
import { fieldIn, proved, RESIDENT, withPost } from './withPost.ts'

const BODY = 'consultation@mopac.london.gov.uk'

const versionsOf = async (house: Parameters<Parameters<typeof withPost>[0]>[0]['house'], key: string) => {
  const response = await house.site.responses.openBy('visit', key)
  return house.site.sending.sent(response!.id)
}

test('one press is one response, whatever the browser does: twice at once, Back and again, a reply that was lost', () =>
  withPost(async (test) => {
    const { visitor, fields } = await proved(test)
    const { sending } = test.house.site
    const { enterCode } = sending
    const both = Promise.withResolvers<void>()
    let entering = 0
    // Neither press enters the code before the other one is about to.
    Object.assign(sending, {
      enterCode: async (...code: Parameters<typeof enterCode>) => {
        entering += 1
        if (entering === 2) both.resolve()
        await both.promise
        return enterCode(...code)
      },
    })
    const answers = await Promise.all([visitor.post('/send', fields), visitor.post('/send', fields)])
    expect(answers.map(({ location }) => location)).toEqual(['/sent', '/sent'])
    expect((await visitor.post('/send', fields)).location).toBe('/sent')
    expect((await visitor.post('/send', { ...fields, press: 'A'.repeat(22) })).location).toBe('/sent')
    expect(await versionsOf(test.house, visitor.cookies.get('visit')!)).toHaveLength(1)
  }))

test('the page follows the response from saved to accepted, and the body gets it with the form and every word', () =>
  withPost(async (test) => {
    const { visitor, fields } = await proved(test)
    await visitor.post('/send', fields)
    const [letter] = await test.lettersTo(BODY)
    for (;;) {
      const { text } = await visitor.get('/sent')
      expect(text).toContain('Saved here')
      if (text.includes('step-accepted')) break
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { text } = await visitor.get('/sent')
    expect(text).toContain('Accepted by MOPAC’s mail server')
    expect(letter!.text).toContain('A reason that must arrive.')
    expect(letter!.html).toContain('A reason that must arrive.')
    expect(letter!.replyTo).toEqual([expect.objectContaining({ address: RESIDENT })])
    expect(letter!.attachments[0]!.filename).toMatch(/^mopac-2017-response-[0-9A-Z]{8}\.pdf$/)
  }))

test('a relay’s yes is never called accepted', () =>
  withPost(
    async (test) => {
      const { visitor, fields } = await proved(test)
      await visitor.post('/send', fields)
      for (;;) {
        const { text } = await visitor.get('/sent')
        expect(text).not.toMatch(/accepted by/i)
        if (text.includes('Handed to our mail carrier</p>') || text.includes('handed to our mail carrier at')) break
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    { by: 'relay' },
  ))

test('changed answers are another version, and an old page asks before it sends them', () =>
  withPost(async (test) => {
    const { visitor, fields } = await proved(test)
    await visitor.post('/send', fields)
    await visitor.get('/questions/q4')
    await visitor.post('/questions/q4', { q4: 'yes', 'q4-reasons': 'A better reason.' })
    expect((await visitor.get('/sent')).text).toContain('Send version 2')

    const asked = await visitor.post('/send', fields)
    expect(asked.status).toBe(409)
    expect(asked.text).toContain('A reason that must arrive.')
    expect(asked.text).toContain('A better reason.')
    expect(await versionsOf(test.house, visitor.cookies.get('visit')!)).toHaveLength(1)

    const again = { press: fieldIn(asked.text, 'press'), seen: fieldIn(asked.text, 'seen'), agree: 'yes' }
    expect(again.press).not.toBe(fields.press)
    expect((await visitor.post('/send', again)).location).toBe('/sent')
    const [second, first] = await versionsOf(test.house, visitor.cookies.get('visit')!)
    expect([second!.submission.version, first!.submission.version]).toEqual([2, 1])
  }))

test('a page that another device made old asks, and shows what stands now', () =>
  withPost(async (test) => {
    const { visitor, fields } = await proved(test)
    await visitor.get('/questions/q1')
    await visitor.post('/questions/q1', { q1: 'no', 'q1-reasons': 'Typed on the tablet.' })
    const asked = await visitor.post('/send', fields)
    expect(asked.status).toBe(409)
    expect(asked.text).toContain('Typed on the tablet.')
    expect(asked.text).not.toContain('A reason that must arrive.')
    expect(await versionsOf(test.house, visitor.cookies.get('visit')!)).toEqual([])
  }))

test('to the millisecond: open while the first byte came before the closing, closed from then on', () =>
  withPost(async (test) => {
    const closing = mopac.closesAtMs
    test.setClock(closing - 60_000)
    const { visitor, fields } = await proved(test)
    test.setClock(closing)
    expect((await visitor.get('/send')).text).toContain('Send is closed')
    const pressed = await visitor.post('/send', fields)
    expect(pressed.status).toBe(409)
    expect(pressed.text).toContain('Nothing was sent: the consultation closed at 5:30pm, UK time')
    expect(pressed.text).toContain('Here are two ways')
    expect(await versionsOf(test.house, visitor.cookies.get('visit')!)).toEqual([])
    test.setClock(closing - 1)
    expect((await visitor.post('/send', fields)).location).toBe('/sent')
    test.setClock(closing + 5_000)
    expect((await visitor.post('/send', fields)).location).toBe('/sent')
  }))

test('what a person did themselves stands there as what they told us', () =>
  withPost(async (test) => {
    const { visitor } = await proved(test)
    for (const [way, words] of [
      ['post', 'You told us that you posted it'],
      ['hand', 'You told us that you handed it in'],
      ['own-mailbox', 'You told us that you sent it from your own mailbox'],
    ] as const) {
      expect((await visitor.post('/send/own', { way })).location).toBe('/sent')
      expect((await visitor.get('/sent')).text).toContain(words)
    }
    expect((await visitor.post('/send/own', { way: 'by pigeon' })).location).toBe('/send')
  }))

test('/take leads where the three ways are, and a page about nothing sent leads there too', () =>
  withPost(async (test) => {
    const { visitor } = await proved(test)
    for (const path of ['/take', '/sent', '/send/code', '/send/own']) {
      const { status, location } = await visitor.get(path)
      expect([path, status, location]).toEqual([path, 303, '/send'])
    }
  }))
