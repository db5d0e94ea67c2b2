import { doubtful, type Finding, fine, wrong } from './finding.ts'
import type { Certificate } from './smtpTalk.ts'

const DAY = 24 * 60 * 60_000

/** What to say of a server's certificate at `now` (ms, UTC); `known`: whether its name must be sound and its own. */
export const checkCertificate = (
  about: string,
  { until, problem }: Certificate,
  known: boolean,
  now: number,
): Finding => {
  const days = Math.floor((until - now) / DAY)
  if (days < 0) return wrong(about, `the certificate ended ${-days} days ago`, 'Renew it.')
  if (problem && known)
    return wrong(
      about,
      `the certificate does not hold: ${problem}`,
      'Get one for this very name, with its whole chain.',
    )
  if (days < 14) return doubtful(about, `the certificate ends in ${days} days`, 'See why it was not renewed by itself.')
  const own = problem ? ', though the certificate is not one of its own, as with many mail servers' : ''
  return fine(about, `encrypted${own}; the certificate is good for ${days} days`)
}
