type Fields = Record<string, string | string[]>

const tokenIn = (html: string): string => html.match(/name="token" value="([^"]+)"/)?.[1] ?? ''

const pairsOf = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value]))

/** What a page answered: its status, its text, and where it leads. */
export type Answered = { status: number; text: string; headers: Headers; location: string | null; bytes: Uint8Array }

/** A browser without scripts: it keeps cookies and brings back the token of the page that it saw last. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  token = ''
  readonly #address: string
  constructor(address: string) {
    this.#address = address
  }

  async get(path: string): Promise<Answered> {
    return this.#fetch(path, {})
  }

  /** Posts fields with the token of the last page; `token` in the fields takes its place. */
  async post(path: string, fields: Fields = {}): Promise<Answered> {
    const body = new URLSearchParams(pairsOf({ token: this.token, ...fields }))
    return this.#fetch(path, { method: 'POST', body })
  }

  async send(path: string, init: RequestInit): Promise<Answered> {
    return this.#fetch(path, init)
  }

  /** Agrees, so that a response is open. */
  async begin(): Promise<void> {
    await this.get('/begin')
    await this.post('/begin', { agree: 'yes' })
    await this.get('/questions/q1')
  }

  async #fetch(path: string, init: RequestInit): Promise<Answered> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(this.#address + path, {
      ...init,
      redirect: 'manual',
      headers: { cookie, ...init.headers },
    })
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    this.token = tokenIn(text) || this.token
    return { status: answer.status, text, headers: answer.headers, location: answer.headers.get('location'), bytes }
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = pair.split(/=(.*)/)
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
