import { request } from 'node:http'
import { text } from 'node:stream/consumers'

/** Words that stand for a person, each known by its number. */
export const makeCanaries = () => {
  const all: string[] = []
  const next = (form: (word: string) => string = (word) => word): string => {
    const made = form(`canary${all.length + 10}x`)
    all.push(made)
    return made
  }
  return { all, next }
}

export type Canaries = ReturnType<typeof makeCanaries>

/** Asks with everything that a browser tells of itself. */
const askAs = (address: string, { next }: Canaries, path: string, method = 'GET', body = '', more = {}) =>
  new Promise<string>((resolve, reject) => {
    const headers = {
      ...{
        'user-agent': next(),
        referer: `http://${next()}.example/`,
        'accept-language': next(),
        cookie: `visit=${next()}; x=${next()}`,
      },
      ...{ 'x-forwarded-for': '203.0.113.99', 'content-length': Buffer.byteLength(body), ...more },
    }
    const sent = request(`${address}${path}`, { method, headers }, (answer) => resolve(text(answer)))
    sent.on('error', reject)
    sent.end(body)
  })

/** What goes wrong: addresses that lead nowhere, bodies cut or of no kind, keys that open nothing, foreign posts. */
export const goWrong = async (address: string, canaries: Canaries): Promise<string[]> => {
  const { next } = canaries
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const file = `--c\r\nContent-Disposition: form-data; name="form"; filename="${next()}.pdf"\r\n\r\n%PDF-1.4 ${next()}\r\n--c--\r\n`
  // The pages behind links carry what was asked for on to their button, to the one who asked: only the log is looked through.
  for (const path of ['/r/', '/organiser/link/']) await askAs(address, canaries, path + next())
  return Promise.all([
    askAs(address, canaries, `/${next()}`),
    askAs(address, canaries, `/take/${next()}.pdf?print=${next()}`),
    askAs(address, canaries, `/questions/${next()}?return=${next()}`),
    askAs(address, canaries, `/begin`, 'DELETE'),
    askAs(address, canaries, '/come-back', 'POST', `code=${next()}`, { ...form, origin: `http://${next()}.example` }),
    askAs(address, canaries, '/begin', 'POST', `agree=${next()}`, { 'content-type': `text/${next()}` }),
    askAs(address, canaries, '/begin', 'POST', `%${next()}`, { ...form, 'content-encoding': 'gzip' }),
    askAs(address, canaries, `/bring-back?token=${next()}`, 'POST', file, {
      'content-type': 'multipart/form-data; boundary=c',
    }),
  ])
}
