import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { endIdle } from '../../src/web/idle.ts'

/** A server that ends idle connections after 50 ms, and a connection that has sent this much of a request. */
const sending = async (sent: string, answer: RequestListener, onIdle?: () => void): Promise<string> => {
  const server = createServer(answer)
  if (onIdle) server.once('timeout', onIdle)
  endIdle(server, 50)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(sent)
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  await new Promise((resolve) => socket.once('close', resolve))
  await new Promise((resolve) => server.close(resolve))
  return Buffer.concat(chunks).toString()
}

test('a connection that stands still in the middle of its body is ended', async () => {
  expect(await sending('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf', (req) => req.resume())).toBe('')
})

test('a connection that waits for our answer is not', async () => {
  const waiting: ServerResponse[] = []
  const answered = await sending(
    'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    (_req, res) => waiting.push(res),
    () => setImmediate(() => waiting[0]?.end('at last')),
  )
  expect(answered).toContain('at last')
})
