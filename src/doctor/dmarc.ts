import { doubtful, type Finding, fine, wrong } from './finding.ts'
import { ASK_AGAIN, lookUp, type Records } from './records.ts'

const dmarcIn = (texts: string[]): string[] => texts.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text))

// Without a list of public suffixes: a record of a parent counts, up to the last two labels (RFC 7489, 6.6.3).
const namesFor = (domain: string): string[] => {
  const labels = domain.split('.')
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, at) => labels.slice(at).join('.'))
}

const isAligned = (envelope: string, from: string): boolean =>
  envelope === from || envelope.endsWith(`.${from}`) || from.endsWith(`.${envelope}`)

/** Whether a domain says what to do with mail that only claims to be its own, and whether ours would count as its own. */
export const checkDmarc = async (
  records: Records,
  from: string,
  envelope: string,
  signs: boolean,
): Promise<Finding> => {
  const about = `DMARC of ${from}`
  for (const name of namesFor(from)) {
    const texts = await lookUp(records.texts(`_dmarc.${name}`))
    if ('silent' in texts) return doubtful(about, `the DNS did not answer: ${texts.silent}`, ASK_AGAIN)
    const [record, ...more] = dmarcIn(texts.found)
    if (more.length > 0) return wrong(about, 'there are several records, and then none counts', 'Keep one of them.')
    if (!record) continue
    if (signs || isAligned(envelope, from)) return fine(about, `it is there: ${record.slice(0, 200)}`)
    const words = `letters are from ${from}, what comes back goes to ${envelope}, and we sign nothing: they fail it`
    return wrong(about, words, `Set BOUNCE_ADDRESS to an address at ${from}, or sign letters (DKIM_KEY).`)
  }
  return doubtful(
    about,
    'there is no record: large providers want one',
    `Publish a TXT record at _dmarc.${from}: v=DMARC1; p=none; rua=mailto:you@${from}`,
  )
}
