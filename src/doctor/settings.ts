import type { Config } from '../config.ts'
import { sayClosing, timeLeft } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { doubtful, type Finding, fine } from './finding.ts'

const checkClosing = (consultation: Consultation, now: number): Finding => {
  const { day, time } = sayClosing(consultation, now)
  const left = timeLeft(consultation, now)
  if (left) return fine('The closing', `at ${time}, on ${day}: ${left}`)
  return doubtful(
    'The closing',
    `it was at ${time}, on ${day}`,
    'If the body extended it, change closesAt in the pack and start anew.',
  )
}

const checkWay = ({ mail }: Config): Finding => {
  const about = 'How letters leave'
  if (!mail)
    return doubtful(about, 'no mail is set up: "We send it" is not offered', 'Set SMTP_URL and MAIL_FROM to offer it.')
  if ('folder' in mail.by)
    return doubtful(about, 'into a folder: they are sent to nobody', 'Set SMTP_URL instead of MAIL_FOLDER.')
  if (mail.by.smtpUrl === 'mx:') return fine(about, 'straight to the body’s own mail server')
  return fine(about, 'over a mail carrier: its yes is no acceptance, and pages say so')
}

/** What the settings and the pack say by themselves, at `now` (ms, UTC). */
export const checkSettings = (config: Config, consultation: Consultation, now: number): Finding[] => [
  checkClosing(consultation, now),
  checkWay(config),
  config.organisers.length > 0
    ? fine('Organisers', `${config.organisers.length} may see the ledger`)
    : doubtful('Organisers', 'nobody may see the ledger, or hears an alarm', 'Set ORGANISERS to their addresses.'),
]
