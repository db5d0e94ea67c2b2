import type { Clock } from '../clock.ts'
import { checkCertificate } from './certificate.ts'
import { checkClock, timeInGreeting } from './clock.ts'
import { doubtful, type Finding, wrong } from './finding.ts'
import { PATIENCE_MS, reasonOf } from './patience.ts'
import { lookAtServer, type ServerAt } from './smtpTalk.ts'

/** A mail server that letters go to; `known`: it is ours, and must show a certificate of its own; `here`: on this machine. */
export type MailServer = ServerAt & { known: boolean; here: boolean }

const REACH_IT =
  'Look whether the port is shut on the way out: many providers shut port 25 until they are asked to open it.'

/** Looks at a mail server, sending nothing: its TLS, and the time that it shows. */
export const checkMailServer = async (server: MailServer, clock: Clock): Promise<Finding[]> => {
  const name = `${server.host}, port ${server.port}`
  const about = `TLS of the mail server, ${name}`
  try {
    const { greeting, certificate } = await lookAtServer(server, AbortSignal.timeout(PATIENCE_MS))
    const now = clock()
    const clocks = checkClock('the mail server’s', timeInGreeting(greeting), now)
    if (certificate) return [checkCertificate(about, certificate, server.known, now), clocks]
    const remedy = server.known
      ? 'Use a port with TLS: 465 (smtps://) or 587.'
      : 'Nothing to do here: that server speaks in the clear with everybody.'
    if (server.here)
      return [
        doubtful(about, 'it offers none, on this machine', 'Nothing to do, as long as it speaks TLS with the world.'),
        clocks,
      ]
    return [server.known ? wrong(about, 'it offers none', remedy) : doubtful(about, 'it offers none', remedy), clocks]
  } catch (error) {
    return [doubtful(about, `it cannot be looked at: ${reasonOf(error)}`, REACH_IT)]
  }
}
