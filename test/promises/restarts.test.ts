import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { percentile, sayFigures } from './figures.ts'
import { Person } from './person.ts'
import type { ServerProcess } from './serverProcess.ts'
import { withProduct } from './withProduct.ts'

// F5. The proxy sends nothing new to a server that is about to be stopped, as a rolling restart does; what has begun goes on.
// (Stopped without a word to the proxy, one request in some 3,500 meets a door that shuts in that very moment.) Mutation
// partners: process.exit() on SIGTERM in web/serve.ts cuts off what had begun; so does server.closeAllConnections().

const RESTARTS = 20
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

test(
  '20 rolling restarts of two processes under load: no request fails',
  () =>
    withProduct(async ({ start }) => {
      const env = { TRUST_PROXY: '1' }
      const servers: ServerProcess[] = await Promise.all([start({ env }), start({ env })])
      const addresses = servers.map(({ address }) => address)
      let taking = addresses
      const seen: Seen = { waits: [], failed: [] }
      const proxy = await startProxy(() => taking, seen.failed)
      let over = false
      const clients = Promise.all(Array.from({ length: CLIENTS }, () => walk(proxy.address, seen, () => over)))
      const ends: unknown[] = []
      for (let restart = 0; restart < RESTARTS; restart += 1) {
        const at = restart % servers.length
        taking = addresses.filter((_, other) => other !== at)
        ends.push(await servers[at]!.end('SIGTERM'))
        servers[at] = await start({ port: Number(new URL(addresses[at]!).port), env })
        taking = addresses
      }
      over = true
      await clients
      await proxy.close()
      sayFigures('F5', {
        restarts: RESTARTS,
        requests: seen.waits.length,
        failed: seen.failed.length,
        'p99 (ms)': percentile(seen.waits, 0.99),
      })
      expect(seen.failed).toEqual([])
      expect(new Set(ends)).toEqual(new Set([0]))
      expect(seen.waits.length).toBeGreaterThan(1000)
    }),
  240_000,
)
