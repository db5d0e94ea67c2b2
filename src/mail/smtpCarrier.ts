import type { Carrier } from '../delivery/carrier.ts'
import type { CarrierKind } from '../delivery/delivery.ts'
import { type SmtpServerOptions, smtpServer, TIMEOUTS, type Timeouts } from './smtpServer.ts'
import { troubleWith } from './trouble.ts'

/** A relay: SMTP_URL, letters a second, what a yes of it counts as (`relay`), its timeouts, and our name in EHLO. */
export type SmtpCarrierOptions = {
  url: string
  perSecond: number
  kind?: CarrierKind
  timeouts?: Partial<Timeouts>
  ourName?: string
}

const isThisMachine = (host: string): boolean => /^(localhost|(.*\.)?localhost|127(\.\d{1,3}){3}|::1)$/.test(host)

// A password with a bare % in it stands as it was typed.
const decoded = (words: string): string => {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}

// Between two programs of one machine nobody listens, and such a server's certificate is seldom anybody's.
const serverIn = ({ url, kind = 'relay', perSecond, timeouts, ourName }: SmtpCarrierOptions): SmtpServerOptions => {
  const { protocol, hostname, port, username, password } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const here = isThisMachine(host)
  const atOnce = protocol === 'smtps:'
  const auth = username ? { user: decoded(username), pass: decoded(password) } : null
  return {
    kind,
    host,
    port: Number(port) || (atOnce ? 465 : here ? 25 : 587),
    tls: atOnce ? 'at-once' : here ? 'offered' : 'required',
    verify: !here,
    auth,
    ourName,
    perSecond,
    timeouts: { ...TIMEOUTS, ...timeouts },
  }
}

/**
 * Carries letters over a relay. TLS is required unless the relay is this machine. The port is 465 for smtps, else 587, and
 * 25 on this machine, unless the URL says another.
 */
export const smtpCarrier = (options: SmtpCarrierOptions): Carrier => {
  const server = serverIn(options)
  const { carry, close } = smtpServer(server)
  return { kind: server.kind, carry, close, trouble: () => troubleWith(server), forget: async () => {} }
}
