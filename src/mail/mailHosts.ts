import { resolveMx } from 'node:dns/promises'

/** A mail server of a domain; the lowest priority is asked first. The port is 25 unless said. */
export type MailHost = { exchange: string; priority: number; port?: number }

/** The mail servers of a domain; none where it has no MX. Throws with `code` ENOTFOUND where there is no such domain. */
export type ResolveMailHosts = (domain: string) => Promise<MailHost[]>

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

/** By DNS. */
export const byDns: ResolveMailHosts = async (domain) => {
  try {
    return await resolveMx(domain)
  } catch (error) {
    if (codeOf(error) === 'ENODATA') return []
    throw error
  }
}

// Servers of one priority share the load: in any order (RFC 5321, 5.1).
const inOrder = (hosts: MailHost[]): MailHost[] =>
  hosts
    .map((host) => ({ host, lot: Math.random() }))
    .sort((one, other) => one.host.priority - other.host.priority || one.lot - other.lot)
    .map(({ host }) => host)

const isNull = ({ exchange }: MailHost): boolean => exchange === '' || exchange === '.'

/**
 * The servers to ask for a domain, in order; the domain itself where it names none (RFC 5321, 5.1). Refused: the domain
 * takes no mail (RFC 7505), or there is no such domain.
 */
export const mailHostsOf = async (
  domain: string,
  resolve: ResolveMailHosts,
): Promise<{ hosts: MailHost[] } | { tryAgain: string } | { refused: string }> => {
  try {
    const found = await resolve(domain)
    if (found.length > 0 && found.every(isNull)) return { refused: `${domain} takes no mail (null MX, RFC 7505)` }
    const hosts = inOrder(found.filter((host) => !isNull(host)))
    return { hosts: hosts.length > 0 ? hosts : [{ exchange: domain, priority: 0 }] }
  } catch (error) {
    if (codeOf(error) === 'ENOTFOUND') return { refused: `there is no domain ${domain}` }
    return { tryAgain: `the mail servers of ${domain} could not be looked up` }
  }
}
