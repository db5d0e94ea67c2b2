import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { withChanges } from './changed.ts'
import { sayFigures } from './figures.ts'
import { Person } from './person.ts'
import { withProduct } from './withProduct.ts'

// F3. Its mutation partners run below: without `endSlow` in web/serve.ts the bodies stay, without `connectionsCheckingInterval`
// the heads do. Another is told here alone: SLOWEST at 30,000 bytes a second ends the honest upload.

const run = promisify(execFile)
const GONE_S = 15

const ways = {
  'heads that never end': ['-H'],
  'bodies that only drip': ['-B', '-s', '8192'],
}

/** Attacks with 1,000 connections, each of which sends a little every four seconds; answers the second at which the last was gone. */
const attack = async (url: string, folder: string, words: string[], seconds = 40): Promise<number> => {
  const report = join(folder, 'slow')
  const pace = ['-c', '1000', '-r', '1000', '-i', '4', '-x', '10', '-p', '3', '-l', String(seconds)]
  await run('slowhttptest', [...words, ...pace, '-g', '-o', report, '-u', url])
  const rows = (await readFile(`${report}.csv`, 'utf8')).trim().split('\n').slice(1)
  const seen = rows.map((row) => row.split(',').map(Number))
  expect(Math.max(...seen.map(([, , , connected = 0]) => connected))).toBeGreaterThan(900)
  // It stops by itself in the second after the one in which it saw the last connection.
  const [last = Number.NaN] = seen.findLast(([, , , connected = 0]) => connected > 0) ?? []
  return last + 1
}

/** Sends a file of 400 kB at 20 kB a second; answers the page that came back. */
const honestUpload = async (address: string) => {
  const person = new Person(address)
  await person.get('/come-back')
  const head =
    '--cut\r\nContent-Disposition: form-data; name="form"; filename="form.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), Buffer.alloc(400_000, 'x'), Buffer.from('\r\n--cut--\r\n')])
  const sent = request(`${address}/bring-back?token=${person.token}`, {
    method: 'POST',
    headers: {
      cookie: person.cookie,
      'content-type': 'multipart/form-data; boundary=cut',
      'content-length': body.length,
    },
  })
  const answered = new Promise<string>((resolve, reject) => {
    sent.on('response', (answer) => resolve(text(answer)))
    sent.on('error', reject)
  })
  const upload = async () => {
    for (let at = 0; at < body.length; at += 4000) {
      sent.write(body.subarray(at, at + 4000))
      await pause(200)
    }
    sent.end()
  }
  await upload()
  return answered
}

test.each(Object.entries(ways))(
  '%s: 1,000 of them are gone within 15 seconds, an honest upload at 20 kB/s lives',
  async (name, words) =>
    withProduct(async ({ start, folder }) => {
      const server = await start()
      const [goneAt, page] = await Promise.all([
        attack(`${server.address}/begin`, folder, words),
        honestUpload(server.address),
      ])
      sayFigures(`F3 ${name}`, { 'gone after (s)': goneAt })
      expect(goneAt).toBeLessThanOrEqual(GONE_S)
      expect(page).toContain('</html>')
    }),
  90_000,
)

test.each([
  ['heads that never end', 'connectionsCheckingInterval: 1000, '],
  ['bodies that only drip', 'endSlow(server, SLOWEST)'],
] as const)('partner: %s are there after 15 seconds without what ends them', async (name, from) =>
  withProduct(async ({ start, folder }) => {
    const server = await start({ node: withChanges([{ file: 'src/web/serve.ts', from, to: '' }]) })
    expect(await attack(`${server.address}/begin`, folder, ways[name], GONE_S + 2)).toBeGreaterThan(GONE_S)
  }),
)
