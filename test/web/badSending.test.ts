import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'
import { proved, RESIDENT, withPost } from './withPost.ts'

const answered = async (address: string): Promise<Visitor> => {
  const visitor = new Visitor(address)
  await visitor.begin()
  await visitor.post('/questions/q4', { q4: 'no', 'q4-reasons': 'A reason.' })
  await visitor.get('/send')
  return visitor
}

const wrongAddresses = [
  'a@b.example\nBcc: everybody@else.example',
  'a@b.example\r\n\r\nWords',
  'a@b.example, c@d.example',
  'friends: a@b.example, c@d.example;',
  '<a@b.example>',
  `${'a'.repeat(290)}@b.example`,
  'consultation@mopac.london.gov.uk',
  'a@b\0.example',
  'nobody',
  '',
]

test('an address that is not one plain mailbox of one’s own comes back as it was typed, and nothing is written', () =>
  withPost(async ({ address, sink }) => {
    const visitor = await answered(address)
    for (const email of wrongAddresses) {
      const page = await visitor.post('/send/code', { email })
      expect([email, page.status]).toEqual([email, 422])
      expect(page.text).toContain('id="email-error"')
      expect(page.text).toContain('Open a ready email')
    }
    const long = await visitor.post('/send/code', { email: `${'a'.repeat(290)}@b.example` })
    expect(long.text).toContain(`value="${'a'.repeat(290)}@b.example"`)
    expect(sink.received).toEqual([])
  }))

test('a wrong code five times is over, and then the right one is too; a new one works', () =>
  withPost(async (test) => {
    const { visitor, fields } = await proved(test)
    const wrong = fields.code === '000000' ? '000001' : '000000'
    for (let tries = 1; tries <= 6; tries += 1) {
      const page = await visitor.post('/send', { ...fields, code: wrong })
      expect(page.status).toBe(422)
      expect(page.text).toContain(tries < 5 ? 'That is not the code' : tries === 6 ? 'That code is over' : 'code')
    }
    expect((await visitor.post('/send', fields)).text).toContain('That code is over')
    await visitor.post('/send/code', { email: RESIDENT })
    const code = await test.codeFor(RESIDENT, 1)
    expect((await visitor.post('/send', { ...fields, code })).location).toBe('/sent')
  }))

test('without the tick nothing is sent; the code is not asked for twice', () =>
  withPost(async (test) => {
    const { visitor, fields } = await proved(test)
    const { agree: _, ...unticked } = fields
    const page = await visitor.post('/send', unticked)
    expect(page.status).toBe(422)
    expect(page.text).toContain('Tick the box if you agree')
    expect(page.text).not.toContain('checked')
    expect(page.text).toContain('You have shown that')
    expect((await visitor.get('/sent')).location).toBe('/send')
    expect((await visitor.post('/send', { ...fields, code: '' })).location).toBe('/sent')
  }))

test('a press without any address asks for one, and without a code for the code', () =>
  withPost(async (test) => {
    const visitor = await answered(test.address)
    expect((await visitor.post('/send', { agree: 'yes' })).text).toContain('Type your email address first')
    await visitor.post('/send/code', { email: RESIDENT })
    const page = await visitor.post('/send', { agree: 'yes', code: '' })
    expect(page.text).toContain(`Type the six digits that we sent to ${RESIDENT}`)
    expect(page.text).toMatch(/id="agree"[^>]* checked/)
  }))

test('mailboxes cannot be bombed: the sixth code to an address in an hour has to wait', () =>
  withPost(async ({ address }) => {
    const visitor = await answered(address)
    for (let asked = 1; asked <= 5; asked += 1) {
      expect((await visitor.post('/send/code', { email: RESIDENT })).status).toBe(303)
    }
    const page = await visitor.post('/send/code', { email: RESIDENT })
    expect(page.status).toBe(429)
    expect(page.text).toContain('Too many codes were asked for')
  }))

test('without mail it is not offered, and cannot be pressed', () =>
  withHouse(async ({ address }) => {
    const visitor = await answered(address)
    const page = await visitor.get('/send')
    expect(page.text).not.toContain('We send it')
    expect(page.text).toContain('Here are two ways')
    expect((await visitor.post('/send', { agree: 'yes' })).location).toBe('/send')
    expect((await visitor.post('/send/code', { email: RESIDENT })).location).toBe('/send')
  }))

test('before the first saved answer, and without a response, there is nothing to send', () =>
  withPost(async ({ address }) => {
    const visitor = new Visitor(address)
    for (const path of ['/send', '/sent', '/sent/events', '/send/draft.eml', '/send/cover']) {
      expect([path, (await visitor.get(path)).status]).toEqual([path, 403])
    }
    await visitor.begin()
    for (const path of ['/send', '/sent', '/send/draft.eml', '/send/cover']) {
      expect([path, (await visitor.get(path)).status]).toEqual([path, 409])
    }
  }))
