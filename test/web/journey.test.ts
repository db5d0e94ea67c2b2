import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const canary = (n: number) => `canary${String(n).padStart(3, '0')}`

/** Walks everywhere with a canary in every field, and answers how many there were. */
const walk = async (visitor: Visitor): Promise<number> => {
  let count = 0
  const next = () => canary(count++)
  await visitor.begin()
  for (const page of ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7']) {
    await visitor.post(`/questions/${page}`, {
      [page]: next(),
      [`${page}-reasons`]: next(),
      [`${page}-options`]: next(),
    })
    await visitor.post(`/questions/${page}`, { [`${page}-reasons`]: next(), [`${page}-options`]: next() })
    await visitor.post(`/questions/${page}?${next()}`, { [`${page}-reasons`]: next(), token: next() })
  }
  await visitor.post('/questions/about-you', { name: next(), postcode: next(), organisation: next() })
  for (const path of ['/check', '/send', '/save', `/r/${next()}`, `/take/${next()}.pdf`, `/nowhere/${next()}`])
    await visitor.get(path)
  await visitor.post('/come-back', { code: next() })
  await visitor.send(`/questions/q1?${next()}`, {
    method: 'POST',
    body: next(),
    headers: { 'content-type': 'multipart/form-data' },
  })
  await visitor.send(`/tasks`, { method: 'PUT', headers: { 'user-agent': next(), 'x-forwarded-for': next() } })
  return count
}

test('logs hold no person: no answer, key, code or address, in any journey or failure', () =>
  withHouse(async ({ address, logged, house }) => {
    const visitor = new Visitor(address)
    const count = await walk(visitor)
    const key = visitor.cookies.get('visit')!
    const failing = Object.assign(house.site.pictures, {
      read: () => Promise.reject(new Error(`it failed on ${canary(0)}`)),
    })
    expect(failing.read).toBeDefined()
    const fault = await visitor.get('/check')
    expect(fault.status).toBe(500)
    const number = fault.text.match(/\b\d{6}\b/)?.[0]

    const log = logged.join('')
    expect(count).toBeGreaterThanOrEqual(60)
    expect(log).toContain('/questions/:page')
    expect(log).toContain(`"fault":"${number}"`)
    expect(log).not.toMatch(/canary\d/)
    expect(fault.text).not.toMatch(/canary\d/)
    for (const secret of [key, await house.site.responses.linkOf(key), await house.site.responses.returnCodeOf(key)]) {
      expect(log).not.toContain(secret)
    }
  }))

test('a GET, twice, leaves what is kept as it was', () =>
  withHouse(async ({ address, house, folder }) => {
    const visitor = new Visitor(address)
    await visitor.begin()
    await visitor.post('/questions/q1', { q1: 'no', 'q1-reasons': 'kept' })
    const key = visitor.cookies.get('visit')!
    const link = await house.site.responses.linkOf(key)
    const sending = ['/send', '/send/cover', '/send/draft.eml', '/sent']
    const asking = ['/', '/begin', '/tasks', '/questions/q1', '/check', '/save', '/delete', `/r/${link}`, '/privacy']
    const paths = [...asking, ...sending]
    const dump = async () => [
      await house.site.responses.openBy('visit', key),
      (await readFile(join(folder, 'responses.sqlite-wal'))).toString('base64'),
    ]
    const before = await dump()
    for (const path of [...paths, ...paths]) expect((await visitor.get(path)).status).toBeLessThan(400)
    expect(await dump()).toEqual(before)
  }))

test('wrong, deleted and never made links and codes are answered alike', () =>
  withHouse(async ({ address, house }) => {
    const visitor = new Visitor(address)
    await visitor.begin()
    await visitor.post('/questions/q1', { q1: 'no' })
    const key = visitor.cookies.get('visit')!
    const { linkOf, returnCodeOf } = house.site.responses
    const [link, code] = [await linkOf(key), await returnCodeOf(key)]
    await visitor.get('/delete')
    await visitor.post('/delete')

    const guest = new Visitor(address)
    const answer = async (path: string, fields: Record<string, string>) => {
      await guest.get('/come-back')
      const { status, text } = await guest.post(path, fields)
      return [status, text.replaceAll(fields.code ?? '-', '').replaceAll(/token[^>]*/g, '')]
    }
    expect(await answer('/come-back', { code })).toEqual(await answer('/come-back', { code: '0000-0000-0000' }))
    expect(await answer(`/r/${link}`, {})).toEqual(await answer(`/r/${'A'.repeat(22)}`, {}))
    expect((await answer('/come-back', { code }))[0]).toBe(422)
  }))

test('only wrong codes are counted, and a right one is let in at any time, also beside a guesser', () =>
  withHouse(async ({ address, house }) => {
    const visitor = new Visitor(address)
    await visitor.begin()
    await visitor.post('/questions/q1', { q1: 'no' })
    const code = await house.site.responses.returnCodeOf(visitor.cookies.get('visit')!)
    const guest = new Visitor(address)
    await guest.get('/come-back')
    const statuses = (count: number, words: string) =>
      Promise.all(Array.from({ length: count }, async () => (await guest.post('/come-back', { code: words })).status))
    expect(new Set(await statuses(120, code))).toEqual(new Set([303]))
    guest.cookies.delete('visit')
    await guest.get('/come-back')
    expect(new Set(await statuses(100, '0000-0000-0000'))).toEqual(new Set([422]))
    const late = await guest.post('/come-back', { code: '0000-0000-0000' })
    expect(late.status).toBe(429)
    expect(late.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await statuses(3, code)).toEqual([303, 303, 303])
  }))

test('twenty wrong links are taken, counted apart from codes', () =>
  withHouse(async ({ address }) => {
    const guest = new Visitor(address)
    await guest.get('/come-back')
    const attempt = async () => (await guest.post(`/r/${'A'.repeat(22)}`)).status
    for (let wrong = 0; wrong < 20; wrong += 1) expect(await attempt()).toBe(422)
    expect(await attempt()).toBe(429)
    expect((await guest.post('/come-back', { code: '0000-0000-0000' })).status).toBe(422)
  }))

test('consent is kept with its time and its words', () =>
  withHouse(async ({ address, house }) => {
    const visitor = new Visitor(address)
    const page = await visitor.get('/begin')
    await visitor.begin()
    const response = await house.site.responses.openBy('visit', visitor.cookies.get('visit')!)
    expect(response?.consent.at).toBe(Date.parse('2017-09-25T09:00:00Z'))
    expect(page.text).toContain(response?.consent.wording)
    expect(response?.reference).toBeNull()
  }))
