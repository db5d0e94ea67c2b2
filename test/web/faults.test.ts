import { Visitor } from './visitor.ts'
import { MORNING, withHouse } from './withHouse.ts'

/** What a piece of work wrote to standard error behind the log's back. */
const consoleDuring = async (work: () => Promise<void>): Promise<unknown[]> => {
  const said: unknown[] = []
  const { error } = console
  console.error = (...words: unknown[]) => void said.push(words)
  try {
    await work()
  } finally {
    console.error = error
  }
  return said
}

const stack = /node_modules|at \w+.*\.[tj]s|\/src\//

test.each(['token', 'visit'])('a forged %s cookie is no cookie', (name) =>
  withHouse(async ({ address, logged }) => {
    const said = await consoleDuring(async () => {
      for (const value of ['j:[1]', 'j:{"a":{}}', 'j:null', 'j:', '%E0%A4%A', '__proto__']) {
        for (const path of ['/begin', '/nowhere', '/check', '/assets/code/zzz.js']) {
          const page = await new Visitor(address).send(path, { headers: { cookie: `${name}=${value}; __proto__=j:1` } })
          expect([path, value, page.status]).not.toEqual([path, value, 500])
          expect(page.text).not.toMatch(stack)
        }
        const headers = { cookie: `${name}=${value}` }
        const refused = await new Visitor(address).send('/begin?token=a', { method: 'POST', headers })
        expect(refused.status).toBe(403)
      }
    })
    expect(said).toEqual([])
    expect(logged.join('')).not.toContain('"fault"')
  }),
)

test('a file that is not there is our page for that, under /assets too', () =>
  withHouse(async ({ address, logged }) => {
    const said = await consoleDuring(async () => {
      const visitor = new Visitor(address)
      for (const path of ['code/zzz.js', 'code/..%2fcompose.ts', 'zzz.css', 'code', '%00', '..%2f..%2fpackage.json']) {
        const page = await visitor.get(`/assets/${path}`)
        expect([path, page.status]).toEqual([path, 404])
        expect(page.text).toContain('</html>')
        expect(page.text).not.toMatch(stack)
        expect(page.headers.get('cache-control')).toBe('no-store')
      }
    })
    expect(said).toEqual([])
    expect(logged.join('')).not.toContain('"fault"')
  }))

test('when no page can be made any more, a number comes as plain text, and the log alone has the places', () => {
  let broken = false
  const clock = () => {
    if (broken) throw new Error('a clock that says a word of somebody: canary')
    return MORNING
  }
  return withHouse(
    async ({ address, logged }) => {
      broken = true
      const said = await consoleDuring(async () => {
        const page = await new Visitor(address).get('/')
        expect(page.status).toBe(500)
        expect(page.headers.get('content-type')).toMatch('text/plain')
        expect(page.text).not.toMatch(stack)
        const number = page.text.match(/\b\d{6}\b/)?.[0]
        expect(logged.join('')).toContain(`"fault":"${number}"`)
      })
      expect(said).toEqual([])
      expect(logged.join('')).not.toContain('canary')
      broken = false
      expect((await new Visitor(address).get('/')).status).toBe(200)
    },
    { clock },
  )
})

test('a body that is not in the encoding that it names is refused', () =>
  withHouse(async ({ address, logged }) => {
    const visitor = new Visitor(address)
    await visitor.get('/come-back')
    for (const encoding of ['gzip', 'br', 'deflate', 'zstd', 'nonsense']) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': encoding }
      const fields = await visitor.send('/come-back', { method: 'POST', body: 'code=a', headers })
      expect([400, 415]).toContain(fields.status)
      const upload = await visitor.send(`/bring-back?token=${visitor.token}`, {
        method: 'POST',
        body: '--x--',
        headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-encoding': encoding },
      })
      expect(upload.status).toBe(415)
      expect(upload.text).toContain('href="#form"')
    }
    expect(logged.join('')).not.toContain('"fault"')
  }))
