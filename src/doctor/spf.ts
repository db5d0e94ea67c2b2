import { doubtful, type Finding, fine, wrong } from './finding.ts'
import { inTime, reasonOf } from './patience.ts'
import { ASK_AGAIN, lookUp, type Records } from './records.ts'
import { spfAllows, spfIn } from './spfAllows.ts'

/** Who sends: the domain of the envelope, and the machine's address where it sends by itself; null behind a relay. */
export type Sender = { domain: string; host: string | null }

const NO_RECORD =
  'Publish a TXT record that names who may send: "v=spf1 a:(this machine) -all", or the include that your mail carrier tells you.'

const checkHost = async (records: Records, domain: string, host: string): Promise<Finding> => {
  const about = `SPF of ${domain}`
  const addresses = await lookUp(records.addresses(host))
  if (!('found' in addresses) || addresses.found.length === 0) {
    return doubtful(
      about,
      `it is there, but ${host} has no address to compare it with`,
      `${ASK_AGAIN} It must allow the address that this machine sends from.`,
    )
  }
  const verdicts = await Promise.all(addresses.found.map((address) => inTime(spfAllows(records, domain, address))))
  if (verdicts.every((verdict) => verdict === 'pass')) return fine(about, `it lets ${host} send`)
  if (verdicts.includes('too many look-ups')) {
    return wrong(
      about,
      'it asks for more than 10 look-ups, and then counts for nothing (RFC 7208, 4.6.4)',
      'Take includes out of it.',
    )
  }
  const shut = addresses.found.filter((_, at) => verdicts[at] !== 'pass')
  return wrong(
    about,
    `it does not let ${shut.join(' and ')} send`,
    `Add a:${host} to it: we deliver from there ourselves (SMTP_URL=mx:).`,
  )
}

/** Whether the record that says who may send for a domain is there, and lets us. */
export const checkSpf = async (records: Records, { domain, host }: Sender): Promise<Finding> => {
  const about = `SPF of ${domain}`
  const texts = await lookUp(records.texts(domain))
  if ('silent' in texts) return doubtful(about, `the DNS did not answer: ${texts.silent}`, ASK_AGAIN)
  const several = texts.found.filter((text) => spfIn([text]) !== null)
  const [record] = several
  if (!record) return wrong(about, 'there is no record, so that many servers will not believe us', NO_RECORD)
  if (several.length > 1)
    return wrong(about, `there are ${several.length} records, and then none counts`, 'Make one record of them.')
  if (/\s\+?all\b/i.test(record))
    return doubtful(about, 'it lets everybody send in your name', 'End it with -all or ~all.')
  if (/^v=spf1\s+[-~?]all\s*$/i.test(record)) return wrong(about, 'it lets nobody send', NO_RECORD)
  if (host !== null)
    return checkHost(records, domain, host).catch((error) => doubtful(about, reasonOf(error), ASK_AGAIN))
  return fine(about, `it is there: ${record.slice(0, 200)}. It must have the include of your mail carrier`)
}
