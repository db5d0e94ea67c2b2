import { createTransport } from 'nodemailer'
import { connectionTo, type SmtpServerOptions } from './smtpServer.ts'
import { type Failure, isTls } from './verdicts.ts'

const PATIENCE_MS = 4_500

const sentenceFor = ({ host, port }: SmtpServerOptions, failure: Failure): string => {
  const server = `${host}, port ${port}`
  if (failure.code === 'EAUTH')
    return `The mail server (${server}) does not accept the name or the password in SMTP_URL.`
  if (isTls(failure)) return `No safe connection (TLS) can be made to the mail server in SMTP_URL (${server}).`
  if (failure.code === 'EDNS') return `The mail server in SMTP_URL (${server}) is not found.`
  if (failure.responseCode) return `The mail server in SMTP_URL (${server}) does not want to talk with us.`
  return `The mail server in SMTP_URL (${server}) cannot be reached.`
}

/** Connects and signs in, sends nothing; a sentence that names the setting when that fails, within 5 seconds. */
export const troubleWith = async (options: SmtpServerOptions): Promise<string | null> => {
  const patience = Math.min(PATIENCE_MS, options.timeouts.connect)
  const timeouts = { ...options.timeouts, connect: patience, silence: patience }
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('late')), patience)
  try {
    await Promise.race([createTransport(connectionTo({ ...options, timeouts })).verify(), late])
    return null
  } catch (error) {
    return sentenceFor(options, error as Failure)
  } finally {
    clearTimeout(timer)
  }
}
