import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { remedies, type Settings, settings } from './settings.ts'

type Environment = Record<string, string | undefined>

/** How letters leave: a relay's URL, "mx:", or a folder; the campaign's mailbox; where what comes back goes. */
export type MailConfig = {
  by: { smtpUrl: string } | { folder: string }
  from: string
  bounceAddress: string | null
  dkim: { keyFile: string; selector: string } | null
  perSecond: number
}

/** What the product runs with: every setting checked, folders absolute. `publicUrl` is an origin; cookies are Secure when it is https. */
export type Config = {
  port: number
  host: string
  publicUrl: string
  dataFolder: string
  pack: string
  /** 32 bytes, or null: the key file in the data folder is used. */
  serverKey: Uint8Array<ArrayBuffer> | null
  /** 32 bytes under which answers lie encrypted, or null: the key file in the data folder is used. */
  responsesKey: Uint8Array<ArrayBuffer> | null
  mail: MailConfig | null
  /** Whether this process sends what waits in the outbox. */
  sendsHere: boolean
  /** Who may see the ledger, by their addresses, in small letters. */
  organisers: string[]
  holder: { name: string; contact: string }
  backupDays: number
  trustProxy: number
  logLevel: string
  rehearsal: boolean
}

/** Settings that cannot be used; the message lists every problem, numbered, each with its remedy. */
export class WrongSettings extends Error {}

const secrets = ['SERVER_KEY', 'RESPONSES_KEY', 'SMTP_URL']

const sentence = (name: string, found: string | undefined, remedy: string) => {
  if (found === undefined) return `${name} is not set. ${remedy}`
  return secrets.includes(name) ? `${name} cannot be used. ${remedy}` : `${name} is "${found}". ${remedy}`
}

// "PORT=" in a file and no PORT at all mean the same to whoever wrote the file.
const withoutBlanks = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))

const BOTH_WAYS = 'SMTP_URL and MAIL_FOLDER are both set. Keep one: a letter goes to a mail server or into a folder.'
const NO_SENDER = `MAIL_FROM is not set, and without it no letter can be sent. ${remedies.mailFrom}`

/** What is wrong with settings that are right one by one. */
const problemsTogether = ({ SMTP_URL, MAIL_FOLDER, MAIL_FROM }: Settings): string[] => [
  ...(SMTP_URL && MAIL_FOLDER ? [BOTH_WAYS] : []),
  ...((SMTP_URL || MAIL_FOLDER) && !MAIL_FROM ? [NO_SENDER] : []),
]

const mailOf = (data: Settings): MailConfig | null => {
  const { SMTP_URL: smtpUrl, MAIL_FOLDER: folder, MAIL_FROM: from } = data
  if (!from || !(smtpUrl || folder)) return null
  return {
    by: smtpUrl ? { smtpUrl } : { folder: folder! },
    from,
    bounceAddress: data.BOUNCE_ADDRESS ?? null,
    dkim: data.DKIM_KEY ? { keyFile: data.DKIM_KEY, selector: data.DKIM_SELECTOR } : null,
    perSecond: data.MAIL_PER_SECOND,
  }
}

const refuse = (problems: string[]): void => {
  if (problems.length > 0) throw new WrongSettings(problems.map((words, at) => `${at + 1}. ${words}`).join('\n'))
}

const read = (environment: Environment, rehearsal: boolean): Config => {
  const given = withoutBlanks(environment)
  const { data, error } = settings.safeParse(given)
  if (error) {
    refuse(error.issues.map(({ path, message }) => sentence(String(path[0]), given[String(path[0])], message)))
    throw error
  }
  refuse(problemsTogether(data))
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL,
    dataFolder: data.DATA_FOLDER,
    pack: data.PACK,
    serverKey: data.SERVER_KEY ?? null,
    responsesKey: data.RESPONSES_KEY ?? null,
    mail: mailOf(data),
    sendsHere: data.OUTBOX === 'here',
    organisers: data.ORGANISERS.map((address) => address.toLowerCase()),
    holder: { name: data.HOLDER_NAME, contact: data.HOLDER_CONTACT },
    backupDays: data.BACKUP_DAYS,
    trustProxy: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
    rehearsal,
  }
}

/** The settings of the product for real. Throws WrongSettings. */
export const configFrom = (environment: Environment): Config => read(environment, false)

/**
 * The settings of a rehearsal. It listens to PORT, PACK, LOG_LEVEL and a folder of its own alone, so that a live product's
 * folder, key and address in the same environment stay untouched. Throws WrongSettings.
 */
export const rehearsalConfigFrom = ({ PORT, PACK, LOG_LEVEL, REHEARSAL_FOLDER }: Environment): Config => {
  const folder = REHEARSAL_FOLDER || 'data/rehearsal'
  return read(
    {
      PORT,
      PACK,
      LOG_LEVEL: LOG_LEVEL || 'warn',
      PUBLIC_URL: `http://127.0.0.1:${PORT?.match(/^\d+$/) ? PORT : 3000}`,
      DATA_FOLDER: folder,
      MAIL_FOLDER: join(folder, 'post'),
      MAIL_FROM: 'respond@rehearsal.invalid',
      ORGANISERS: 'organiser@rehearsal.invalid',
      HOLDER_NAME: 'whoever rehearses on this machine',
      HOLDER_CONTACT: 'This is a rehearsal: stop it and delete its folder, and all is gone.',
    },
    true,
  )
}

/** This process's environment, with what `.env` in the project's folder adds to it. */
export const environment = (): Environment => {
  const file = resolve(import.meta.dirname, '../.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return process.env
}

/** The folder in which the command was typed; npm runs scripts in the project's folder and keeps the other in INIT_CWD. */
export const calledIn = (): string => process.env.INIT_CWD ?? process.cwd()
