import type { Clock } from '../clock.ts'
import { checkCertificate } from './certificate.ts'
import { checkClock } from './clock.ts'
import { doubtful, type Finding, fine, wrong } from './finding.ts'
import { inTime, PATIENCE_MS, reasonOf } from './patience.ts'
import { certificateOf } from './smtpTalk.ts'

const REACH_IT = 'Start the product, and look at its proxy and at the DNS of its name; then run doctor again.'

const checkTls = async (url: URL, now: number): Promise<Finding> => {
  const about = `TLS of ${url.origin}`
  if (url.protocol !== 'https:')
    return doubtful(about, 'plain HTTP, good for this machine alone', 'Set PUBLIC_URL to an https address for people.')
  try {
    const certificate = await inTime(certificateOf({ host: url.hostname, port: Number(url.port) || 443 }))
    return checkCertificate(about, certificate, true, now)
  } catch (error) {
    return doubtful(about, `it cannot be looked at: ${reasonOf(error)}`, REACH_IT)
  }
}

const checkHealth = async (url: URL, clock: Clock): Promise<Finding[]> => {
  const about = `The site, ${url.origin}`
  try {
    const answer = await fetch(new URL('/health', url), {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const clocks = checkClock('the site’s', Date.parse(answer.headers.get('date') ?? ''), clock())
    const health: unknown = await answer.json().catch(() => null)
    const ours = typeof health === 'object' && health !== null && 'ok' in health
    if (answer.status === 200 && ours) return [fine(about, 'it answers'), clocks]
    return [
      wrong(
        about,
        `it answers with ${answer.status}, and not as we do`,
        'Lead PUBLIC_URL to this product in the proxy.',
      ),
      clocks,
    ]
  } catch (error) {
    return [doubtful(about, `it does not answer: ${reasonOf(error)}`, REACH_IT)]
  }
}

/** Looks at the site as people do, at its public address: TLS, whether it is ours that answers, and its clock. */
export const checkSite = async (publicUrl: string, clock: Clock): Promise<Finding[]> => {
  const url = new URL(publicUrl)
  const [tls, health] = await Promise.all([checkTls(url, clock()), checkHealth(url, clock)])
  return [tls, ...health]
}
