import { once } from 'node:events'
import { createServer as createPortal, type RequestListener } from 'node:http'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { createServer as createFront } from 'node:tls'
import { type Break, carry } from './carry.ts'
import { type Certificate, HOST } from './certificate.ts'

/** The road between a browser and a house: HTTPS on the one side, plain HTTP on the other, and what may befall it. */
export type Road = {
  /** What the browser opens: https://stall.example:PORT. */
  address: string
  port: number
  /** Leads to a house that listens here. */
  leadTo(house: string): void
  /** Signal, as it should be. */
  open(): void
  /** No signal: whatever comes or is under way is reset. */
  cut(): void
  /** Somebody else answers everything, as a hotel's wifi does. */
  portal(answer: RequestListener): void
  /** Lets everything through but the requests that begin with these words, which break like this. */
  breakAt(words: string, how: Break): void
  /** Requests that were broken since the last `breakAt`. */
  broken(): number
  /** Bytes of answers, heads too, that came down since the road was last changed. */
  down(): number
  close(): Promise<void>
}

type Way = { to: 'house' } | { to: 'nobody' } | { to: 'portal' } | { to: 'house'; words: string; how: Break }

const listening = async (server: { listen(port: number, host: string): unknown; address(): unknown }) => {
  server.listen(0, '127.0.0.1')
  await once(server as never, 'listening')
  return (server.address() as AddressInfo).port
}

const portalOf = async () => {
  let answer: RequestListener = (_req, res) => void res.end()
  const server = createPortal((req, res) => answer(req, res))
  const port = await listening(server)
  return { server, port, say: (next: RequestListener) => (answer = next) }
}

/** Builds a road with a certificate of its own; it leads nowhere until it is told. */
export const buildRoad = async ({ key, cert }: Certificate): Promise<Road> => {
  const portal = await portalOf()
  const open = new Set<Socket>()
  let [housePort, way, broken, down]: [number, Way, number, number] = [0, { to: 'house' }, 0, 0]
  const front = createFront({ key, cert }, (browser) => {
    const far = connect(way.to === 'portal' ? portal.port : housePort, '127.0.0.1')
    carry(browser, far, {
      planNow: () => ('words' in way ? way : null),
      onBreak() {
        broken += 1
      },
      onDown(bytes) {
        down += bytes
      },
    })
  })
  // What a browser resets in the middle of a handshake is its own affair.
  front.on('tlsClientError', (_error, socket) => socket.destroy())
  const gate = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    if (way.to === 'nobody') return void socket.resetAndDestroy()
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    front.emit('connection', socket)
  })
  const port = await listening(gate)
  const turn = (next: Way) => {
    way = next
    broken = 0
    down = 0
    for (const socket of open) socket.resetAndDestroy()
  }
  return {
    ...{ address: `https://${HOST}:${port}`, port },
    leadTo(house) {
      housePort = Number(new URL(house).port)
    },
    open: () => turn({ to: 'house' }),
    cut: () => turn({ to: 'nobody' }),
    portal: (answer) => {
      portal.say(answer)
      turn({ to: 'portal' })
    },
    breakAt: (words, how) => turn({ to: 'house', words, how }),
    broken: () => broken,
    down: () => down,
    async close() {
      turn({ to: 'nobody' })
      portal.server.closeAllConnections()
      portal.server.close()
      await new Promise((resolve) => gate.close(resolve))
    },
  }
}
