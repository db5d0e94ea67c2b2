import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'

type Fields = Record<string, string>

/** What a person got: where it led, its text, and how long it took from the first byte asked to the last one answered. */
export type Got = { path: string; status: number; text: string; location: string | null; ms: number; type: string }

let people = 0

/** An address of the documentation's networks and more, one for each person, as a proxy would tell it. */
const addressOf = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`

/**
 * Somebody with a browser, a connection and a network address of their own: keeps cookies, brings back the token of the
 * last page. The server counts by the address only where TRUST_PROXY says that a proxy tells it.
 */
export class Person {
  readonly cookies = new Map<string, string>()
  token = ''
  address: string
  from: string
  #agent = new Agent({ keepAlive: true, maxSockets: 1 })

  constructor(address: string, from = addressOf(++people)) {
    this.address = address
    this.from = from
  }

  get(path: string): Promise<Got> {
    return this.#ask('GET', path)
  }

  /** Posts fields with the token of the last page, unless the fields bring one. */
  post(path: string, fields: Fields = {}): Promise<Got> {
    return this.#ask('POST', path, new URLSearchParams({ token: this.token, ...fields }).toString())
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Agrees, so that a response is open, and has its first page before them. */
  async begin(): Promise<void> {
    await this.get('/begin')
    await this.post('/begin', { agree: 'yes' })
    await this.get('/questions/q1')
  }

  leave(): void {
    this.#agent.destroy()
  }

  /** As browsers do, once more on a fresh connection where a kept one turns out to have been closed meanwhile. */
  async #ask(method: string, path: string, body?: string, fresh = false): Promise<Got> {
    const begun = performance.now()
    const typed = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
    const headers = { cookie: this.cookie, 'x-forwarded-for': this.from, ...typed }
    const answer = await new Promise<IncomingMessage | null>((resolve, reject) => {
      const sent = request(this.address + path, { method, agent: this.#agent, headers, timeout: 60_000 }, resolve)
      sent.on('timeout', () => sent.destroy(new Error('no answer within a minute')))
      sent.on('error', (error) => reject(Object.assign(error, { kept: sent.reusedSocket })))
      sent.end(body)
    }).catch((error: Error & { kept?: boolean }) => {
      if (error.kept && !fresh) return null
      throw error
    })
    if (!answer) return this.#ask(method, path, body, true)
    const words = await text(answer)
    for (const line of answer.headers['set-cookie'] ?? []) this.#keep(line)
    this.token = words.match(/name="token" value="([^"]+)"/)?.[1] ?? this.token
    const { location = null, 'content-type': type = '' } = answer.headers
    return { path, status: answer.statusCode ?? 0, text: words, location, ms: performance.now() - begun, type }
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = pair.split(/=(.*)/)
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

/** Lets people act at once, at most so many at a time, and answers what each came back with. */
export const crowd = async <Who, Result>(
  all: Who[],
  atOnce: number,
  act: (one: Who, index: number) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = []
  let next = 0
  const walk = async () => {
    while (next < all.length) {
      const index = next++
      results[index] = await act(all[index]!, index)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walk))
  return results
}
