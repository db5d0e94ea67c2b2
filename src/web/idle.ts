import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How long a connection may stand still (ms) while it is the visitor's turn; an honest slow upload never does. */
export const IDLE_MS = 15_000

type Exchange = { req: IncomingMessage; res: ServerResponse }

const isOurTurn = ({ req, res }: Exchange): boolean => req.complete && !res.headersSent

/** Ends connections that stand still, unless the visitor has sent everything and waits for us. */
export const endIdle = (server: Server, idleMs: number): void => {
  const exchanges = new WeakMap<Socket, Exchange>()
  server.setTimeout(idleMs)
  server.on('request', (req, res) => exchanges.set(req.socket, { req, res }))
  server.on('timeout', (socket) => {
    const exchange = exchanges.get(socket)
    if (!exchange || !isOurTurn(exchange)) socket.destroy()
  })
}
