import type { Carrier, Phases, Verdict } from '../delivery/carrier.ts'
import type { Envelope } from '../delivery/letter.ts'
import { domainOf, mailboxIn } from '../delivery/mailbox.ts'
import { byDns, type MailHost, mailHostsOf, type ResolveMailHosts } from './mailHosts.ts'
import { type SmtpServer, type SmtpServerOptions, smtpServer, TIMEOUTS, type Timeouts } from './smtpServer.ts'
import { troubleWith, within } from './trouble.ts'

/** `checks`: a domain whose servers `trouble` tries to reach, the body's for instance. `perSecond` counts for each server. */
export type MxCarrierOptions = {
  perSecond: number
  resolve?: ResolveMailHosts
  timeouts?: Partial<Timeouts>
  ourName?: string
  checks?: string | null
}

// Together under the 5 seconds that a carrier may take to say what is wrong.
const LOOK_UP_MS = 1_500
const CONNECT_MS = 3_000
const SERVERS = 20
const SMTP = 25

/** Says whether the first byte of a message went out, beside passing the phases on. */
const watched = ({ bodyBegun, bodyEnded }: Phases) => {
  let begun = false
  const begin = () => {
    begun = true
    return bodyBegun()
  }
  return { phases: { bodyBegun: begin, bodyEnded }, hasBegun: () => begun }
}

/**
 * Delivers to the mail servers of each recipient's own domain, in their order, encrypted where the server offers it. A
 * lasting no ends a try, trouble before the message begins leads to the next server, trouble after it does not.
 */
export const mxCarrier = (options: MxCarrierOptions): Carrier => {
  const { perSecond, resolve = byDns, ourName, checks = null } = options
  const timeouts = { ...TIMEOUTS, ...options.timeouts }
  const servers = new Map<string, SmtpServer>()

  // Certificates of mail servers seldom name what MX names; encryption to whoever answers is what DNS can give (RFC 7435).
  const optionsFor = ({ exchange, port = SMTP }: MailHost): SmtpServerOptions => {
    const host = exchange.replace(/\.$/, '')
    return { kind: 'mx', host, port, tls: 'offered', verify: false, auth: null, ourName, perSecond, timeouts }
  }
  const serverAt = (host: MailHost): SmtpServer => {
    const name = `${host.exchange}:${host.port}`
    const server = servers.get(name) ?? smtpServer(optionsFor(host))
    servers.delete(name)
    servers.set(name, server)
    const [oldest] = servers
    if (oldest && servers.size > SERVERS) {
      servers.delete(oldest[0])
      void oldest[1].close()
    }
    return server
  }

  const tryEach = async (
    hosts: MailHost[],
    envelope: Envelope,
    message: Uint8Array,
    to: Phases,
    until: AbortSignal,
  ) => {
    const { phases, hasBegun } = watched(to)
    let verdict: Verdict = { tryAgain: 'no mail server could be reached' }
    for (const host of hosts) {
      verdict = await serverAt(host).carry(envelope, message, phases, until)
      if (!('tryAgain' in verdict) || hasBegun() || until.aborted) break
    }
    return verdict
  }

  return {
    kind: 'mx',
    async carry(envelope, message, phases, signal) {
      if (mailboxIn(envelope.to) !== envelope.to) return { refused: 'the address is not one plain mailbox' }
      const inTime = AbortSignal.timeout(timeouts.whole)
      const found = await mailHostsOf(domainOf(envelope.to), resolve)
      if (!('hosts' in found)) return found
      const until = signal ? AbortSignal.any([signal, inTime]) : inTime
      return tryEach(found.hosts, envelope, message, phases, until)
    },
    async trouble() {
      if (checks === null) return null
      const late = { tryAgain: `the mail servers of ${checks} could not be looked up in time` }
      const found = await within(LOOK_UP_MS, mailHostsOf(checks, resolve)).catch(() => late)
      if (!('hosts' in found)) return `SMTP_URL is mx:, but ${'refused' in found ? found.refused : found.tryAgain}.`
      return troubleWith(optionsFor(found.hosts[0]!), CONNECT_MS)
    },
    forget: async () => {},
    async close() {
      await Promise.all([...servers.values()].map((server) => server.close()))
    },
  }
}
