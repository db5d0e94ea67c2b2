import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { Carrier } from '../delivery/carrier.ts'
import { domainOf } from '../delivery/mailbox.ts'
import { checkDatabase, type Durability } from './database.ts'
import { checkDkim, type SigningKey } from './dkim.ts'
import { checkDmarc } from './dmarc.ts'
import { checkBackups, checkDisk, checkPrivate } from './files.ts'
import { type Finding, fine, wrong } from './finding.ts'
import { checkBody, checkBounces } from './mailDomain.ts'
import { checkMailServer } from './mailServer.ts'
import { checkOutbox } from './outbox.ts'
import type { Records } from './records.ts'
import { serverOf } from './serverOf.ts'
import { checkSettings } from './settings.ts'
import { checkSite } from './site.ts'
import { checkSpf } from './spf.ts'

/** What the doctor is given to look at. */
export type Patient = {
  config: Config
  consultation: Consultation
  clock: Clock
  records: Records
  /** Null where no mail is set up. */
  carrier: Pick<Carrier, 'trouble'> | null
  signing: SigningKey | null
  durability: Durability
  lastRoundAt: number | null
  /** The files that hold secrets, each with what is wrong where it is missing, or null where it need not be there. */
  secrets: [path: string, missing: string | null][]
  /** The user that runs this, by its number. */
  us: number
  backups: string | null
}

const checkCredentials = async (carrier: Patient['carrier']): Promise<Finding[]> => {
  if (!carrier) return []
  const trouble = await carrier.trouble()
  if (trouble === null) return [fine('The mail server', 'it knows us, and would take our letters')]
  return [
    wrong(
      'The mail server',
      trouble,
      'Correct SMTP_URL (name, password, host, port), or ask whoever runs that server.',
    ),
  ]
}

const checkMail = async ({ config, consultation, clock, records, signing }: Patient): Promise<Finding[]> => {
  const { mail } = config
  const bodysDomain = domainOf(consultation.email.address)
  const body = checkBody(records, bodysDomain)
  if (!mail || 'folder' in mail.by) return [await body]
  const [from, envelope] = [domainOf(mail.from), domainOf(mail.bounceAddress ?? mail.from)]
  const byOurselves = mail.by.smtpUrl === 'mx:'
  const server = await serverOf(config, bodysDomain, records)
  const one = await Promise.all([
    body,
    checkBounces(records, mail.bounceAddress && envelope),
    checkSpf(records, { domain: envelope, host: byOurselves ? new URL(config.publicUrl).hostname : null }),
    checkDkim(records, signing),
    checkDmarc(records, from, envelope, signing !== null),
  ])
  return [...one, ...(server ? await checkMailServer(server, clock) : [])]
}

const checkKept = async ({ config, secrets, us, backups, clock, ...rest }: Patient): Promise<Finding[]> => [
  ...checkDatabase(rest.durability),
  await checkDisk(config.dataFolder),
  ...(await Promise.all(secrets.map(([path, missing]) => checkPrivate(path, us, missing)))).flat(),
  ...(backups === null ? [] : [await checkBackups(backups, config.backupDays, clock())]),
]

/** Looks at a whole set-up at once; each look has its own patience, and one that fails spoils no other. */
export const examine = async (patient: Patient): Promise<Finding[]> => {
  const { config, consultation, clock, carrier, lastRoundAt } = patient
  const looks = await Promise.all([
    checkSettings(config, consultation, clock()),
    checkSite(config.publicUrl, clock),
    checkCredentials(carrier),
    checkMail(patient),
    config.mail ? [checkOutbox(lastRoundAt, config.sendsHere, clock())] : [],
    checkKept(patient),
  ])
  return looks.flat()
}
