import { connect as connectPlainly, type Socket } from 'node:net'
import { connect as connectSafely } from 'node:tls'

/** A mail server to look at; `atOnce`: TLS from the first byte. */
export type ServerAt = { host: string; port: number; atOnce: boolean }

/** What a mail server shows before anybody signs in: its greeting, and the certificate of its TLS, null where it has none. */
export type Shown = { greeting: string; certificate: Certificate | null }

/** Until when (ms, UTC) a certificate is good, and what is wrong with it, or null. */
export type Certificate = { until: number; problem: string | null }

const LONGEST = 64 * 1024

/** Reads a server's answers, one at a time, of as many lines as each has; `end` leaves the socket to others. */
const answersOf = (socket: Socket) => {
  let text = ''
  let wake = () => {}
  const take = (chunk: Buffer) => {
    text += chunk.toString('latin1')
    wake()
  }
  socket.on('data', take)
  const next = async (): Promise<string> => {
    for (;;) {
      const [whole] = /^(?:\d{3}-.*\r?\n)*\d{3}(?: .*)?\r?\n/.exec(text) ?? []
      if (whole) {
        text = text.slice(whole.length)
        return whole
      }
      if (socket.closed || text.length > LONGEST) throw new Error('the server hung up, or is none')
      const { promise, resolve } = Promise.withResolvers<void>()
      wake = resolve
      socket.once('close', wake)
      await promise
    }
  }
  return { next, end: () => socket.off('data', take) }
}

/** The certificate that a server shows for a name, over a socket that already speaks, or a new one. */
export const certificateOf = (
  at: { host: string; port: number } | { socket: Socket; host: string },
): Promise<Certificate> =>
  new Promise((resolve, reject) => {
    const servername = /^[\d.:]+$/.test(at.host) ? {} : { servername: at.host }
    const socket = connectSafely({ ...at, ...servername, rejectUnauthorized: false }, () => {
      const { valid_to: until } = socket.getPeerCertificate()
      const problem = socket.authorized ? null : String(socket.authorizationError)
      resolve({ until: Date.parse(until), problem })
      socket.destroy()
    })
    socket.on('error', reject)
  })

const talk = async (socket: Socket, host: string): Promise<Shown> => {
  const { next, end } = answersOf(socket)
  const greeting = await next()
  socket.write('EHLO doctor.invalid\r\n')
  if (!/^250[- ]STARTTLS\b/im.test(await next())) return { greeting, certificate: null }
  socket.write('STARTTLS\r\n')
  await next()
  end()
  return { greeting, certificate: await certificateOf({ socket, host }) }
}

const opened = (socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once(event, () => resolve())
    socket.on('error', reject)
  })

/** Looks at a mail server and sends nothing. Rejects where it does not answer, or when the signal comes. */
export const lookAtServer = async ({ host, port, atOnce }: ServerAt, signal: AbortSignal): Promise<Shown> => {
  const certificate = atOnce ? await certificateOf({ host, port }) : null
  const socket = atOnce ? connectSafely({ host, port, rejectUnauthorized: false }) : connectPlainly({ host, port })
  signal.addEventListener('abort', () => socket.destroy(new Error('no answer in time')), { once: true })
  try {
    await opened(socket, atOnce ? 'secureConnect' : 'connect')
    const shown = await talk(socket, host)
    return { ...shown, certificate: certificate ?? shown.certificate }
  } finally {
    socket.destroy()
  }
}
