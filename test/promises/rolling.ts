import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Change, withChanges } from './changed.ts'
import { Person } from './person.ts'
import type { ServerProcess } from './serverProcess.ts'
import { withProduct } from './withProduct.ts'

const CLIENTS = 12

/** A proxy such as stands before two processes: a connection that was refused goes to the other one, nothing else is tried twice. */
const startProxy = async (addresses: () => string[], failed: string[]) => {
  let turn = 0
  const hand = (body: string, req: IncomingMessage, res: ServerResponse, left: string[]) => {
    const [to, ...others] = left
    const { method, headers } = req
    const sent = request(to + (req.url ?? ''), { method, headers, agent: false }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    sent.on('error', ({ code }: NodeJS.ErrnoException) => {
      const again = code === 'ECONNREFUSED' && others.length > 0
      if (again) hand(body, req, res, others)
      else {
        failed.push(`${code} at ${req.method} ${req.url}`)
        res.destroy()
      }
    })
    sent.end(body)
  }
  const proxy = createServer(async (req, res) => {
    const all = addresses()
    const first = turn++ % all.length
    hand(await text(req), req, res, [...all.slice(first), ...all.slice(0, first)])
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  return { address, close: () => new Promise((resolve) => proxy.close(resolve)) }
}

type Seen = { waits: number[]; failed: string[] }

/** One who goes through the pages again and again until it is over. */
const walk = async (address: string, seen: Seen, isOver: () => boolean) => {
  const person = new Person(address)
  await person.begin()
  while (!isOver()) {
    for (const act of [
      () => person.get('/questions/q1'),
      () => person.post('/questions/q1', { q1: 'yes', 'q1-reasons': 'I go there.' }),
      () => person.get('/tasks'),
    ]) {
      const got = await act().catch((error: Error) => ({ status: 0, ms: 0, path: error.message }))
      seen.waits.push(got.ms)
      if (got.status !== 200 && got.status !== 303) seen.failed.push(`${got.path} ${got.status}`)
    }
  }
  person.leave()
}

/** So many rolling restarts of two processes under load, with some things in them changed: what was seen, and how each ended. */
export const restartRolling = async (restarts: number, changes: Change[] = []) => {
  const seen: Seen = { waits: [], failed: [] }
  const ends: unknown[] = []
  await withProduct(async ({ start }) => {
    const plan = { env: { TRUST_PROXY: '1' }, node: withChanges(changes) }
    const servers: ServerProcess[] = await Promise.all([start(plan), start(plan)])
    const addresses = servers.map(({ address }) => address)
    let taking = addresses
    const proxy = await startProxy(() => taking, seen.failed)
    let over = false
    const clients = Promise.all(Array.from({ length: CLIENTS }, () => walk(proxy.address, seen, () => over)))
    for (let restart = 0; restart < restarts && seen.failed.length === 0; restart += 1) {
      const at = restart % servers.length
      taking = addresses.filter((_, other) => other !== at)
      ends.push(await servers[at]!.end('SIGTERM'))
      servers[at] = await start({ ...plan, port: Number(new URL(addresses[at]!).port) })
      taking = addresses
    }
    over = true
    await clients
    await proxy.close()
  })
  return { ...seen, ends }
}
