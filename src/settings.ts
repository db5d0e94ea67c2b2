import { resolve } from 'node:path'
import { base64ToUint8Array } from 'uint8array-extras'
import { z } from 'zod'

const project = resolve(import.meta.dirname, '..')
const folder = (otherwise: string) =>
  z
    .string()
    .default(otherwise)
    .transform((path) => resolve(project, path))

const needed = (remedy: string) => z.string({ error: remedy })

const wholeNumber = (from: number, to: number, what: string) => {
  const remedy = `Set it to ${what}: a whole number from ${from} to ${to}.`
  return z
    .string()
    .regex(/^\d{1,6}$/, remedy)
    .transform(Number)
    .refine((number) => number >= from && number <= to, remedy)
}

const key = (remedy: string) =>
  z
    .base64({ error: remedy })
    .transform(base64ToUint8Array)
    .refine((bytes) => bytes.length === 32, remedy)
    .optional()

const isPublicAddress = (words: string) => {
  if (!URL.canParse(words)) return false
  const { protocol, hostname, origin } = new URL(words)
  const onThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const safe = protocol === 'https:' || (protocol === 'http:' && onThisMachine)
  return safe && [origin, `${origin}/`].includes(words.toLowerCase())
}

const mailbox = (remedy: string) => z.email({ error: remedy }).max(254, remedy)

const isSmtpAddress = (words: string) =>
  words === 'mx:' ||
  (URL.canParse(words) && /^smtps?:$/.test(new URL(words).protocol) && new URL(words).hostname !== '')

// With a letter's mark (mail/verp.ts) it must stay within the 64 characters of RFC 5321.
const LONGEST_BOUNCE_NAME = 21

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** What to do about a setting that cannot be used. */
export const remedies = {
  publicUrl:
    'Set it to the address that people use: https, and nothing after the host, as in https://respond.example.org.',
  serverKey:
    'Set it to 32 bytes in base64 (openssl rand -base64 32), or leave it out: the server then makes a key file.',
  responsesKey:
    'Set it to 32 bytes in base64 (openssl rand -base64 32), or leave it out: the server then makes a key file.',
  smtpUrl:
    'Set it to your mail server, as in smtp://name:password@mail.example.org:587 or smtps://…:465, or to mx: to deliver to the body’s own mail server.',
  mailFrom: 'Set it to the campaign’s own mailbox, as in respond@campaign.example.',
  longBounceAddress: `Set it to one with at most ${LONGEST_BOUNCE_NAME} characters before the @: each letter’s own mark is added to it.`,
  bounceAddress: 'Set it to a mailbox that receives what comes back, as in bounces@campaign.example, or leave it out.',
  organisers:
    'Set it to the organisers’ addresses, with commas between them, as in ann@campaign.example,ben@campaign.example.',
  outbox: 'Set it to here (this process sends) or elsewhere (npm run worker does).',
  holderName: 'Set it to the name of the person or organisation that holds the answers.',
  holderContact: 'Set it to how people reach whoever holds the answers: an address, an email or a number.',
}

/** Every setting by its name in the environment: what it may be, what it is when left out, and the remedy when it is wrong. */
export const settings = z.object({
  PORT: wholeNumber(1, 65_535, 'the port to listen on').default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: needed(remedies.publicUrl)
    .refine(isPublicAddress, remedies.publicUrl)
    .transform((words) => new URL(words).origin),
  DATA_FOLDER: folder('data/live'),
  REHEARSAL_FOLDER: folder('data/rehearsal'),
  PACK: folder('assets/consultations/mopac-2017'),
  SERVER_KEY: key(remedies.serverKey),
  RESPONSES_KEY: key(remedies.responsesKey),
  SMTP_URL: z.string().refine(isSmtpAddress, remedies.smtpUrl).optional(),
  MAIL_FOLDER: z
    .string()
    .transform((path) => resolve(project, path))
    .optional(),
  MAIL_FROM: mailbox(remedies.mailFrom).optional(),
  BOUNCE_ADDRESS: mailbox(remedies.bounceAddress)
    .refine((words) => words.lastIndexOf('@') <= LONGEST_BOUNCE_NAME, remedies.longBounceAddress)
    .optional(),
  DKIM_KEY: z
    .string()
    .transform((path) => resolve(project, path))
    .optional(),
  DKIM_SELECTOR: z.string().default('respond'),
  MAIL_PER_SECOND: wholeNumber(1, 100, 'how many letters go out in a second').default(5),
  OUTBOX: z.enum(['here', 'elsewhere'], { error: remedies.outbox }).default('here'),
  ORGANISERS: z
    .string()
    .transform((words) => words.split(',').map((word) => word.trim()))
    .pipe(z.array(mailbox(remedies.organisers)))
    .default([]),
  HOLDER_NAME: needed(remedies.holderName),
  HOLDER_CONTACT: needed(remedies.holderContact),
  BACKUP_DAYS: wholeNumber(0, 3650, 'the days for which backups are kept').default(30),
  TRUST_PROXY: wholeNumber(0, 10, 'how many proxies stand before this server').default(0),
  LOG_LEVEL: z.enum(logLevels, { error: `Set it to one of ${logLevels.join(', ')}.` }).default('info'),
})

/** All settings, checked. */
export type Settings = z.infer<typeof settings>
