import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setInterval } from 'node:timers/promises'
import { endSlow } from '../../src/web/slow.ts'

const PACE = { bytes: 100, everyMs: 200 }

/** Sends the head of a post of 1,000 bytes and so many bytes of its body every 20 ms; answers what came back. */
const dripping = async (bytes: number, answer: RequestListener): Promise<string> => {
  const server = createServer(answer)
  endSlow(server, PACE)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  let came = ''
  socket.on('data', (chunk) => (came += chunk))
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n')
  let sent = 0
  for await (const _ of setInterval(20)) {
    if (sent >= 1000 || socket.closed) break
    socket.write('x'.repeat(Math.min(bytes, 1000 - sent)))
    sent += bytes
  }
  await closed
  await new Promise((resolve) => server.close(resolve))
  return came
}

const readAll: RequestListener = (req, res) => req.resume().on('end', () => res.end('all read'))

test('a body that only drips is ended', async () => {
  expect(await dripping(1, readAll)).toBe('')
})

test('a slow body that keeps the pace is read to its end', async () => {
  expect(await dripping(50, readAll)).toContain('all read')
})

test('a visitor who waits because we do not read is not slow', async () => {
  const later: RequestListener = (req, res) => setTimeout(() => readAll(req, res), 2 * PACE.everyMs)
  expect(await dripping(500, later)).toContain('all read')
})
