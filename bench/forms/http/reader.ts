import { connect, type Socket } from 'node:net'

/** What one connection saw: times of whole answers (ms), and how many were not what HTTP promised. */
export type Seen = { times: number[]; wrong: number }

const ROOM = 1024 * 1024
const HEAD_ROOM = 2000

/** How many bytes an answer has, head and body, by its first bytes; null for one that is not right. */
const lengthOf = (first: Uint8Array): number | null => {
  const said = Buffer.from(first.buffer, first.byteOffset, Math.min(HEAD_ROOM, first.length)).toString('latin1')
  const head = said.indexOf('\r\n\r\n')
  const body = /^content-length: (\d+)\r$/im.exec(said.slice(0, head + 2))?.[1]
  return head < 0 || body === undefined || !said.startsWith('HTTP/1.1 200') ? null : head + 4 + Number(body)
}

/**
 * Asks for an address again and again on one connection, until a time (performance.now). Every byte is read and counted, into
 * one buffer that is used again: on two cores a client that makes something of half a megabyte is slower than the server.
 */
export const readAgainAndAgain = (address: URL, until: number): Promise<Seen> =>
  new Promise((resolve, reject) => {
    const seen: Seen = { times: [], wrong: 0 }
    let [left, begun] = [0, 0]
    const ask = (socket: Socket) => {
      begun = performance.now()
      socket.write(`GET ${address.pathname} HTTP/1.1\r\nHost: ${address.host}\r\n\r\n`)
    }
    const end = (socket: Socket) => {
      socket.destroy()
      resolve(seen)
    }
    const callback = (count: number, buffer: Uint8Array): boolean => {
      if (left === 0) left = lengthOf(buffer.subarray(0, count)) ?? Number.NaN
      left -= count
      if (left > 0) return true
      if (left === 0) seen.times.push(performance.now() - begun)
      else seen.wrong += 1
      if (left === 0 && performance.now() < until) ask(socket)
      else end(socket)
      return true
    }
    const onread = { buffer: Buffer.alloc(ROOM), callback }
    const socket = connect({ host: address.hostname, port: Number(address.port), onread }, () => ask(socket))
    socket.on('error', reject)
    socket.on('end', () => reject(new Error('The server hung up')))
  })
