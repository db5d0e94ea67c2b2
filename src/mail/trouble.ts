import { createTransport } from 'nodemailer'
import { connectionTo, type SmtpServerOptions } from './smtpServer.ts'
import { type Failure, isTls } from './verdicts.ts'

const PATIENCE_MS = 4_500

/** What `work` gives, or a rejection once so many ms have passed. */
export const within = async <Result>(ms: number, work: Promise<Result>): Promise<Result> => {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('late')), ms)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const sentenceFor = ({ kind, host, port }: SmtpServerOptions, failure: Failure): string => {
  const setting = kind === 'mx' ? 'that SMTP_URL=mx: leads to' : 'in SMTP_URL'
  const server = `the mail server ${setting} (${host}, port ${port})`
  if (failure.code === 'EAUTH') return `The name or the password in SMTP_URL is not accepted by ${server}.`
  if (isTls(failure)) return `No safe connection (TLS) can be made to ${server}.`
  if (failure.code === 'EDNS') return `There is no host by the name of ${server}.`
  if (failure.responseCode) return `We are sent away by ${server}.`
  return `Nothing answers at ${server}.`
}

/** Connects and signs in, sends nothing; a sentence that names the setting when that fails, within 5 seconds or `patience` ms. */
export const troubleWith = async (options: SmtpServerOptions, patience = PATIENCE_MS): Promise<string | null> => {
  const wait = Math.min(patience, options.timeouts.connect)
  const timeouts = { ...options.timeouts, connect: wait, silence: wait }
  try {
    await within(wait, createTransport(connectionTo({ ...options, timeouts })).verify())
    return null
  } catch (error) {
    return sentenceFor(options, error as Failure)
  }
}
