import type { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { Phases, Verdict } from '../delivery/carrier.ts'
import type { CarrierKind } from '../delivery/delivery.ts'
import { AT_ONCE } from '../delivery/lanes.ts'
import type { Envelope } from '../delivery/letter.ts'
import { mailboxIn } from '../delivery/mailbox.ts'
import { messageStream } from './messageStream.ts'
import { type Failure, lineOf, verdictOf } from './verdicts.ts'

/** In ms: to connect and be greeted, between two signs of life, and for a whole try. */
export type Timeouts = { connect: number; silence: number; whole: number }

/** Shorter as a whole than LONGEST_TRY_MS, after which a try counts as over. */
export const TIMEOUTS: Timeouts = { connect: 10_000, silence: 60_000, whole: 150_000 }

/** A mail server as we speak to it. `tls`: from the first byte, by STARTTLS or not at all, or by STARTTLS where offered. */
export type SmtpServerOptions = {
  kind: CarrierKind
  host: string
  port: number
  tls: 'at-once' | 'required' | 'offered'
  /** Whether the server's certificate must be sound and its own. */
  verify: boolean
  auth: { user: string; pass: string } | null
  /** What we call ourselves in EHLO; by default this machine's name. */
  ourName?: string | undefined
  perSecond: number
  timeouts: Timeouts
}

/** One mail server, over a few connections that are kept. */
export type SmtpServer = {
  /** Hands over one message to its one recipient; never throws. */
  carry(envelope: Envelope, message: Uint8Array, phases: Phases, signal?: AbortSignal): Promise<Verdict>
  /** Waits for what is on its way and closes the connections. */
  close(): Promise<void>
}

/** Connection settings as nodemailer takes them. */
export const connectionTo = ({ host, port, tls, verify, auth, ourName, timeouts }: SmtpServerOptions) => ({
  host,
  port,
  secure: tls === 'at-once',
  requireTLS: tls === 'required',
  opportunisticTLS: tls === 'offered',
  tls: { rejectUnauthorized: verify },
  ...(auth && { auth }),
  ...(ourName && { name: ourName }),
  connectionTimeout: timeouts.connect,
  greetingTimeout: timeouts.connect,
  socketTimeout: timeouts.silence,
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** A mail server over pooled SMTP. The bytes go out as they are: nothing is added, encoded or signed on the way. */
export const smtpServer = (options: SmtpServerOptions): SmtpServer => {
  const { kind, host, perSecond, timeouts } = options
  // As many connections as the outbox makes tries at once: no letter to the body waits behind somebody's copy.
  // One more try where the server closed a kept connection before the message began; not more, for retries are the outbox's.
  const pool = {
    pool: true,
    maxConnections: 2 * AT_ONCE,
    maxRequeues: 1,
    rateLimit: perSecond,
    rateDelta: 1000,
  } as const
  const transport = createTransport({ ...connectionTo(options), ...pool })
  const underWay = new Set<Promise<Verdict>>()
  // A message travels beside nodemailer's own, which it would read too early, and is found again by its signal.
  const bodies = new WeakMap<object, () => Readable>()
  transport.use('stream', (mail, done) => {
    mail.message!.createReadStream = bodies.get(mail.data.signal!)!
    done()
  })

  const send = async (envelope: Envelope, message: Uint8Array, phases: Phases, signal?: AbortSignal) => {
    const { open, mayHaveArrived, stop } = messageStream(message, phases)
    const inTime = AbortSignal.timeout(timeouts.whole)
    const until = signal ? AbortSignal.any([signal, inTime]) : inTime
    try {
      bodies.set(until, open)
      const { response } = await transport.sendMail({ envelope: { ...envelope, size: message.length }, signal: until })
      if (mayHaveArrived()) return { accepted: { by: kind, host, words: lineOf(response) } }
      return { tryAgain: 'the mail server said yes before it had the whole message' }
    } catch (error) {
      return verdictOf(error as Failure, mayHaveArrived())
    } finally {
      await stop()
    }
  }

  return {
    async carry(envelope, message, phases, signal) {
      if (mailboxIn(envelope.to) !== envelope.to) return { refused: 'the address is not one plain mailbox' }
      const sending = send(envelope, message, phases, signal)
      underWay.add(sending)
      return sending.finally(() => underWay.delete(sending))
    },
    async close() {
      await Promise.all(underWay)
      transport.close()
    },
  }
}
