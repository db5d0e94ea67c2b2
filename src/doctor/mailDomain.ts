import { doubtful, type Finding, fine, wrong } from './finding.ts'
import { ASK_AGAIN, lookUp, type Records } from './records.ts'

const names = (servers: { exchange: string }[]): string => servers.map(({ exchange }) => exchange).join(', ')

/** Whether a domain takes mail: it has mail servers, or at least an address (RFC 5321, 5.1), and no null MX (RFC 7505). */
const takesMail = async (
  records: Records,
  domain: string,
): Promise<{ yes: string } | { no: string } | { silent: string }> => {
  const servers = await lookUp(records.mailServers(domain))
  if ('silent' in servers) return servers
  if (servers.found.some(({ exchange }) => exchange === '' || exchange === '.'))
    return { no: 'it says that it takes no mail' }
  if (servers.found.length > 0) return { yes: `its mail goes to ${names(servers.found)}` }
  const addresses = await lookUp(records.addresses(domain))
  if ('silent' in addresses) return addresses
  return addresses.found.length > 0
    ? { yes: 'it takes its mail itself' }
    : { no: 'it has no mail server and no address' }
}

/** Whether the body's domain takes mail: an address mistyped in the pack seldom does. */
export const checkBody = async (records: Records, domain: string): Promise<Finding> => {
  const about = `The body’s domain, ${domain}`
  const found = await takesMail(records, domain)
  if ('yes' in found) return fine(about, found.yes)
  if ('silent' in found) return doubtful(about, `the DNS did not answer: ${found.silent}`, ASK_AGAIN)
  return wrong(
    about,
    `${found.no}: no response would arrive`,
    'Look at the address in the pack’s consultation.json, letter by letter, against its source.',
  )
}

/** Whether what comes back reaches us; null where no address for it is set. */
export const checkBounces = async (records: Records, domain: string | null): Promise<Finding> => {
  if (domain === null) {
    return doubtful(
      'What comes back',
      'BOUNCE_ADDRESS is not set: nobody learns of a letter that was taken and then sent back',
      'Set it, and pipe its mail into the command bounce: docs/running.md.',
    )
  }
  const about = `What comes back, to ${domain}`
  const found = await takesMail(records, domain)
  if ('yes' in found) return fine(about, found.yes)
  if ('silent' in found) return doubtful(about, `the DNS did not answer: ${found.silent}`, ASK_AGAIN)
  return wrong(
    about,
    `${found.no}: no bounce would reach us`,
    `Give ${domain} an MX record, or set BOUNCE_ADDRESS to an address elsewhere.`,
  )
}
