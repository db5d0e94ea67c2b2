import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const reasons = 'Not a word of this may be lost: Łukasz’s “reasons” <b>&amp;</b>'
const escaped = 'Not a word of this may be lost: Łukasz’s “reasons” &lt;b&gt;&amp;amp;&lt;/b&gt;'

const visiting = (use: (visitor: Visitor, address: string, saved: () => Promise<string>) => Promise<void>) =>
  withHouse(async ({ address }) => {
    const visitor = new Visitor(address)
    await visitor.begin()
    const saved = async () => (await visitor.get('/questions/q1')).text
    await use(visitor, address, saved)
  })

test('an option that is not on the form: 422, the text as typed, nothing saved', () =>
  visiting(async (visitor, _address, saved) => {
    const page = await visitor.post('/questions/q1', { q1: 'maybe', 'q1-reasons': reasons })
    expect(page.status).toBe(422)
    expect(page.text).toContain(escaped)
    expect(page.text).toContain('Choose one of the answers listed here.')
    expect(page.text).toContain('href="#q1"')
    expect(await saved()).not.toContain('Not a word')
  }))

test('a repeated field: 422, nothing saved', () =>
  visiting(async (visitor, _address, saved) => {
    const page = await visitor.post('/questions/q1', { 'q1-reasons': [reasons, 'second'] })
    expect(page.status).toBe(422)
    expect(page.text).toContain(escaped)
    expect(page.text).toContain('second')
    expect(await saved()).not.toContain('Not a word')
  }))

test('one character more than 20,000: 422 with every character still in the box', () =>
  visiting(async (visitor) => {
    const long = `${'ক'.repeat(19_999)}END`
    const page = await visitor.post('/questions/q1', { 'q1-reasons': long })
    expect(page.status).toBe(422)
    expect(page.text).toContain(long)
    expect(page.text).toContain('take out 2')
  }))

test('20,000 Bengali letters are not too large to send; they are saved, and named, for the form has no such letters', () =>
  visiting(async (visitor, _address, saved) => {
    const letters = 'বাংলা'.repeat(4000)
    const page = await visitor.post('/questions/q1', { 'q1-reasons': letters })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Your words are saved here')
    expect(await saved()).toContain(letters)
    expect((await visitor.get('/check')).text).toContain('/questions/q1?return&#x3D;check')
    expect((await visitor.get('/send')).location).toBe('/check')
  }))

test('a field of 1 MB: 413 in words', () =>
  visiting(async (visitor, _address, saved) => {
    const page = await visitor.post('/questions/q1', { 'q1-reasons': 'x'.repeat(1024 * 1024) })
    expect(page.status).toBe(413)
    expect(page.text).toContain('more than we can take at once')
    expect(await saved()).not.toContain('xxxx')
  }))

test.each([
  ['missing', undefined],
  ['forged', 'aaaa.bbbb'],
])('a %s token: 403, the text as typed, a fresh token that works', (_name, token) =>
  visiting(async (visitor, _address, saved) => {
    const fields = { q1: 'no', 'q1-reasons': reasons }
    const page = await visitor.post('/questions/q1', { ...fields, token: token ?? '' })
    expect(page.status).toBe(403)
    expect(page.text).toContain(escaped)
    expect(page.text).toContain('nothing was saved')
    expect(await saved()).not.toContain('Not a word')
    await visitor.post('/questions/q1', fields)
    expect(await saved()).toContain(escaped)
  }),
)

test('a token of another browser is not good here', () =>
  visiting(async (visitor, address) => {
    const other = new Visitor(address)
    await other.begin()
    const page = await visitor.post('/questions/q1', { 'q1-reasons': reasons, token: other.token })
    expect(page.status).toBe(403)
  }))

test('a forged cookie opens nothing, and what was typed comes back', () =>
  visiting(async (visitor) => {
    visitor.cookies.set('visit', 'A'.repeat(22))
    expect((await visitor.get('/tasks')).status).toBe(403)
    await visitor.get('/begin')
    const page = await visitor.post('/questions/q1', { 'q1-reasons': reasons })
    expect(page.status).toBe(403)
    expect(page.text).toContain(escaped)
  }))

test('an unknown page: 404; a method that an address does not take: 405', () =>
  visiting(async (visitor) => {
    for (const path of ['/nowhere', '/questions/q99', '/check/pages/99.png', '/take/..%2f..%2fetc%2fpasswd', '/%00']) {
      expect([path, (await visitor.get(path)).status]).toEqual([path, 404])
    }
    const refused = await visitor.send('/tasks', { method: 'DELETE' })
    expect(refused.status).toBe(405)
    expect(refused.headers.get('allow')).toBe('GET, HEAD')
    expect((await visitor.get('/questions/%E0%A4%A')).status).toBe(400)
  }))

test('a body that is cut off or not a form leaves the process alive', () =>
  visiting(async (visitor) => {
    const odd = [
      { body: '{"a":', type: 'application/json' },
      { body: '%%%=%E0%A4&token', type: 'application/x-www-form-urlencoded' },
      { body: '--x\r\nContent-Disp', type: 'multipart/form-data; boundary=x' },
      { body: 'x', type: 'application/x-www-form-urlencoded; charset=latin7' },
    ]
    for (const { body, type } of odd) {
      const page = await visitor.send('/questions/q1', { method: 'POST', body, headers: { 'content-type': type } })
      expect(page.status).toBeGreaterThanOrEqual(400)
      expect(page.status).toBeLessThan(500)
    }
    expect((await visitor.get('/health')).status).toBe(200)
  }))

test('a field that did not come leaves what is saved alone', () =>
  visiting(async (visitor, _address, saved) => {
    await visitor.post('/questions/q1', { q1: 'no', 'q1-reasons': reasons })
    await visitor.post('/questions/q1', { q1: 'yes' })
    expect(await saved()).toContain(escaped)
  }))

test('without consent nothing is kept', () =>
  withHouse(async ({ address }) => {
    const visitor = new Visitor(address)
    await visitor.get('/begin')
    const page = await visitor.post('/begin')
    expect(page.status).toBe(422)
    expect(page.text).toContain('href="#agree"')
    expect(visitor.cookies.has('visit')).toBe(false)
  }))
