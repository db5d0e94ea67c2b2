import { connect, type Socket } from 'node:net'
import { NotThisForm } from '../../src/pdf/boxes/answersFrom.ts'
import { Visitor } from './visitor.ts'
import { type TestHouse, withHouse } from './withHouse.ts'

const file = (name = 'form', fileName = 'form.pdf') =>
  `Content-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 %%EOF\r\n`
const field = (name: string) => `Content-Disposition: form-data; name="${name}"\r\n\r\nvalue\r\n`
const parts = (...all: string[]) => `${all.map((part) => `--x\r\n${part}`).join('')}--x--\r\n`

const sound = parts(field('note'), file())
const long = 'b'.repeat(5000)

const bodies: [string, string, string?][] = [
  ['no last boundary', `--x\r\n${file()}`],
  ['an empty body', ''],
  ['no boundary in the head', sound, 'multipart/form-data'],
  ['an empty boundary in the head', sound, 'multipart/form-data; boundary='],
  ['another boundary', sound, 'multipart/form-data; boundary=y'],
  ['a boundary of 5,000 characters', sound.replaceAll('--x', `--${long}`), `multipart/form-data; boundary=${long}`],
  ['a part head of 20 kB', parts(`X-Long: ${'h'.repeat(20_000)}\r\n${file()}`)],
  ['a hundred lines in a part head', parts('X-Y: z\r\n'.repeat(100) + file())],
  ['a part head without an end', '--x\r\nContent-Disposition: form-data; name="form"'],
  ['a part head that is none', parts('nonsense\r\n\r\nvalue\r\n')],
  ['nested field names', parts(field('a[b][c][__proto__][d]'), field('__proto__[x]'), field('a[9999999]'))],
  ['two files', parts(file(), file())],
  ['a hundred parts', parts(...Array.from({ length: 100 }, (_, index) => field(`f${index}`)))],
  ['another field name', parts(file('other'))],
  ['NUL in the names', parts(file('fo\0rm', 'fo\0rm.pdf'), field('\0'))],
  ['a field of 2 kB', parts(field('x').replace('value', 'v'.repeat(2048)))],
  ['text alone', 'hello', 'text/plain'],
  ['mixed in mixed', parts(file()), 'multipart/mixed; boundary=x'],
]

/** Sends bodies to the upload with a good token, and answers what came: never a fault of ours. */
const uploading = (
  use: (send: (body: Uint8Array, type?: string) => Promise<number>, test: TestHouse) => Promise<void>,
) =>
  withHouse(async (test) => {
    const visitor = new Visitor(test.address)
    await visitor.get('/come-back')
    const answersIn = () => Promise.reject(new NotThisForm('Not this form.'))
    Object.assign(test.house.site.form, { answersIn })
    const send = async (body: Uint8Array, type = 'multipart/form-data; boundary=x') => {
      const init = { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': type } }
      return (await visitor.send(`/bring-back?token=${visitor.token}`, init)).status
    }
    await use(send, test)
    expect(test.logged.join('')).not.toContain('"fault"')
    expect((await visitor.get('/health')).status).toBe(200)
  })

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

test('a sound upload is read', () => uploading(async (send) => expect(await send(bytesOf(sound))).toBe(422)))

test.each(bodies)('%s: refused in words', (...[, body, type]) =>
  uploading(async (send) => {
    const status = await send(bytesOf(body), type)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  }),
)

test('an upload cut off at any byte is refused in words', () =>
  uploading(async (send) => {
    const whole = bytesOf(sound)
    const cuts = Array.from(whole, (_, length) => whole.slice(0, length))
    const statuses = await Promise.all(cuts.map((cut) => send(cut)))
    expect(statuses.filter((status) => status < 400 || status >= 500)).toEqual([])
  }))

/** Numbers below `under`, always the same ones for a seed (mulberry32). */
const numbers = (seed: number) => {
  let state = seed
  return (under: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % under
  }
}

const mutated = (seed: number): Uint8Array => {
  const next = numbers(seed)
  const bytes = [...bytesOf(sound)]
  for (let times = 1 + next(4); times > 0; times -= 1) {
    const at = next(bytes.length)
    const put = [[], [next(256)], bytes.slice(at, at + next(40)), [...bytesOf('\r\n--x')]][next(4)]!
    bytes.splice(at, next(8), ...put)
  }
  return new Uint8Array(bytes)
}

test('three hundred mutations of an upload: none is a fault of ours', () =>
  uploading(async (send) => {
    const statuses = await Promise.all(Array.from({ length: 300 }, (_, seed) => send(mutated(seed))))
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    expect(new Set(statuses).size).toBeGreaterThan(1)
  }))

/** An upload whose head was read, and of whose body nothing has come yet. */
const begunUpload = async (address: string): Promise<Socket> => {
  const visitor = new Visitor(address)
  await visitor.get('/come-back')
  const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join('; ')
  const { port, host } = new URL(address)
  const socket = connect(Number(port), '127.0.0.1')
  socket.write(
    `POST /bring-back?token=${visitor.token} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n` +
      'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\nExpect: 100-continue\r\n\r\n',
  )
  await new Promise((resolve) => socket.once('data', resolve))
  return socket
}

test('an upload that its sender gives up is no fault, and frees its place', () =>
  uploading(async (send, { address }) => {
    for (let count = 0; count < 40; count += 1) {
      const socket = await begunUpload(address)
      await new Promise<void>((resolve) => socket.end('--x\r\nContent-Disp', resolve))
      socket.destroy()
    }
    expect(await send(bytesOf(sound))).toBe(422)
  }))

test('the ninth upload waits until one of eight has ended, and goes on then', () =>
  uploading(async (send, { address }) => {
    const eight = await Promise.all(Array.from({ length: 8 }, () => begunUpload(address)))
    let read = false
    const ninth = send(bytesOf(sound)).finally(() => (read = true))
    for (let others = 0; others < 20; others += 1) await (await fetch(`${address}/come-back`)).text()
    expect(read).toBe(false)
    eight[0]!.destroy()
    expect(await ninth).toBe(422)
    for (const socket of eight) socket.destroy()
  }))
