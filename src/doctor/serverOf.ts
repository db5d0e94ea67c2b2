import type { Config } from '../config.ts'
import type { MailServer } from './mailServer.ts'
import { lookUp, type Records } from './records.ts'

const isHere = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host)

/** The relay that SMTP_URL names, with the port that the product takes where none is named. */
const relayIn = (smtpUrl: string): MailServer => {
  const { protocol, hostname, port } = new URL(smtpUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  const [atOnce, here] = [protocol === 'smtps:', isHere(host)]
  return { host, port: Number(port) || (atOnce ? 465 : here ? 25 : 587), atOnce, known: !here, here }
}

/** The mail server that the body's letters go to: the relay, or the first of the domain's own; null where there is none. */
export const serverOf = async ({ mail }: Config, domain: string, records: Records): Promise<MailServer | null> => {
  if (!mail || 'folder' in mail.by) return null
  if (mail.by.smtpUrl !== 'mx:') return relayIn(mail.by.smtpUrl)
  const servers = await lookUp(records.mailServers(domain))
  const [first] = 'found' in servers ? servers.found.toSorted((a, b) => a.priority - b.priority) : []
  return first ? { host: first.exchange, port: 25, atOnce: false, known: false, here: isHere(first.exchange) } : null
}
