import { createServer, type RequestListener, type Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setImmediate, setInterval, setTimeout } from 'node:timers'
import { endIdle, IDLE_MS } from './idle.ts'
import { endSlow, SLOWEST } from './slow.ts'

const GRACE_MS = 10_000

// How long whoever has connected may take to ask, once we stop.
const ASKING_MS = 500

const STILL_TURNS = 5
const MOST_TURNS = 10_000

/** What has to be closed after the last request was answered. */
type Closing = {
  /** Ends what visitors only watch. */
  hush(): void
  close(): Promise<void>
}

const listen = (server: Server, { host, port }: { host: string; port: number }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Something else listens on port ${port} already. Stop it, or choose another: PORT=${port + 1}`
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error)
    })
    server.listen(port, host, resolve)
  })

/** Calls back once nobody new was let in for some turns of the loop; in each turn one is let in who waits at the door. */
const whenDoorIsQuiet = (server: Server, quiet: () => void) => {
  let [turns, still] = [0, 0]
  server.on('connection', () => (still = 0))
  const turn = () => {
    turns += 1
    still += 1
    if (still > STILL_TURNS || turns > MOST_TURNS) quiet()
    else setImmediate(turn)
  }
  turn()
}

/** Takes no new connection, and lets those that are there bring what is on its way: a proxy cannot ask twice for a post. */
const stopListening = (server: Server, ended: () => void) => {
  server.prependListener('request', (_req, res) => void res.setHeader('Connection', 'close'))
  // Who waits at the door when it is shut is cut off.
  whenDoorIsQuiet(server, () => {
    // Node's HTTP server would cut off as well whoever has come in and not asked yet.
    NetServer.prototype.close.call(server, ended)
    setInterval(() => server.closeIdleConnections(), ASKING_MS).unref()
  })
}

/** Answers what has begun, takes nothing new, then closes the house and ends the process. */
const stopOn = (signal: NodeJS.Signals, server: Server, house: Closing) =>
  process.once(signal, () => {
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
    house.hush()
    stopListening(server, () => void house.close().then(() => process.exit(0)))
  })

/** Listens, and stops gracefully on SIGTERM or Ctrl-C. Rejects with a sentence when the port is taken. */
export const serve = async (app: RequestListener, address: { host: string; port: number }, house: Closing) => {
  // Node looks for heads that are late every 30 seconds, unless told otherwise.
  const server = createServer({ connectionsCheckingInterval: 1000, headersTimeout: 10_000 }, app)
  server.requestTimeout = 10 * 60_000
  endIdle(server, IDLE_MS)
  endSlow(server, SLOWEST)
  await listen(server, address)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) stopOn(signal, server, house)
}
