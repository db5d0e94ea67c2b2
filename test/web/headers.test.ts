import { routesOf } from '../../src/web/routes.ts'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const POLICY =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';" +
  "connect-src 'self';frame-src 'self';manifest-src 'self';form-action 'self';frame-ancestors 'self';base-uri 'none'"

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const example = (path: string): string =>
  path.replace(':page.png', '1.png').replace(':page', 'q1').replace(':file', 'x.pdf').replace(':link', 'A'.repeat(22))

test('every answer, errors too, carries the headers, and nothing personal is stored', () =>
  withHouse(async ({ address, house }) => {
    const visitor = new Visitor(address)
    await visitor.begin()
    const paths = [...routesOf(house.site).map(({ path }) => example(path)), '/nowhere', '/health', '/%']
    for (const path of paths) {
      for (const method of METHODS) {
        const { status, headers } = await visitor.send(path, { method })
        const where = `${method} ${path} ${status}`
        expect([where, status]).not.toEqual([where, 500])
        expect([where, headers.get('content-security-policy')]).toEqual([where, POLICY])
        expect([where, headers.get('x-content-type-options')]).toEqual([where, 'nosniff'])
        expect([where, headers.get('referrer-policy')]).toEqual([where, 'no-referrer'])
        expect([where, headers.get('cache-control')]).toEqual([where, 'no-store'])
      }
    }
  }))

test('no post without a good token changes anything', () =>
  withHouse(async ({ address, house }) => {
    const visitor = new Visitor(address)
    await visitor.begin()
    await visitor.post('/questions/q1', { q1: 'no' })
    const before = await house.site.responses.openBy('visit', visitor.cookies.get('visit')!)
    const posts = routesOf(house.site).filter(({ post }) => post)
    expect(posts.length).toBeGreaterThan(5)
    for (const { path, byKey } of posts) {
      const page = await visitor.post(example(path), { token: '', q1: 'yes', agree: 'yes' })
      expect([path, page.status]).toEqual([path, path === '/begin' ? 303 : byKey ? 401 : 403])
    }
    expect(await house.site.responses.openBy('visit', visitor.cookies.get('visit')!)).toEqual(before)
  }))

test('over HTTPS cookies are Secure and bound to the host; over plain HTTP nothing asks for HTTPS', async () => {
  const cookiesOf = async (address: string) => {
    const visitor = new Visitor(address)
    await visitor.get('/begin')
    const answered = await visitor.post('/begin', { agree: 'yes' })
    return { answered, lines: answered.headers.getSetCookie() }
  }
  await withHouse(
    async ({ address }) => {
      const { answered, lines } = await cookiesOf(address)
      expect(lines.join()).toMatch(/__Host-visit=[\w-]{22}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure/)
      expect(answered.headers.get('strict-transport-security')).toBeTruthy()
    },
    { publicUrl: 'https://respond.example' },
  )
  await withHouse(async ({ address }) => {
    const { answered, lines } = await cookiesOf(address)
    expect(lines.join()).toMatch(/visit=[\w-]{22}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/)
    expect(lines.join()).not.toMatch(/Secure|Expires/)
    for (const line of lines) expect(line).toMatch(/HttpOnly/)
    expect(answered.headers.get('strict-transport-security')).toBeNull()
    expect(answered.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
  })
})
