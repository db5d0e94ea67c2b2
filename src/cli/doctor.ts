import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import type { Carrier } from '../delivery/carrier.ts'
import { domainOf } from '../delivery/mailbox.ts'
import { examine, type Patient } from '../doctor/examine.ts'
import type { Finding } from '../doctor/finding.ts'
import { sendTestLetter } from '../doctor/letter.ts'
import { machineRecords } from '../doctor/records.ts'
import { reportOf } from '../doctor/report.ts'
import { messageWriter } from '../mail/writeMessage.ts'
import { openCarrier, readDkim } from '../openCarrier.ts'
import { type OpenedPost, withPost } from './openPost.ts'
import { typedPath } from './paths.ts'
import type { Report } from './report.ts'
import type { AddCommand } from './run.ts'
import { Stop } from './stop.ts'

type DoctorOptions = { letter?: string; backups?: string }

const secretsOf = ({ config }: OpenedPost): Patient['secrets'] => {
  const { dataFolder, serverKey, responsesKey, mail } = config
  const lost = (what: string) => `Put it back from a backup: ${what} need the key that they were made with.`
  return [
    [dataFolder, 'Start the product once.'],
    [join(dataFolder, 'responses.sqlite'), 'Start the product once.'],
    ...(serverKey ? [] : [[join(dataFolder, 'server.key'), lost('links and codes')] satisfies [string, string]]),
    ...(responsesKey ? [] : [[join(dataFolder, 'responses.key'), lost('answers')] satisfies [string, string]]),
    ...(mail?.dkim
      ? [[mail.dkim.keyFile, 'Set DKIM_KEY to the file with the private key.'] satisfies [string, string]]
      : []),
    [resolve(import.meta.dirname, '../../.env'), null],
  ]
}

/** The key that signs; without words in it where its file cannot be read, which is a finding and no end. */
const signingOf = ({ mail }: Config): Patient['signing'] => {
  if (!mail?.dkim) return null
  try {
    return readDkim(mail)
  } catch {
    return { domain: domainOf(mail.from), selector: mail.dkim.selector, privateKey: '' }
  }
}

const refuseStranger = ({ organisers }: Config, to: string): void => {
  if (organisers.includes(to.toLowerCase())) return
  throw new Stop(2, `${to} is not in ORGANISERS. A test letter goes to an organiser alone, never to the body.`)
}

const testLetter = async ({ config: { mail }, consultation, clock }: OpenedPost, carrier: Carrier, to: string) => {
  const from = { name: consultation.title, address: mail!.from }
  const messageId = `<${crypto.randomUUID()}@${domainOf(mail!.from)}>`
  const write = messageWriter(readDkim(mail!))
  return sendTestLetter(
    { to, from, envelopeFrom: mail!.bounceAddress ?? mail!.from, messageId, carrier, write },
    clock(),
  )
}

const patientOf = async (post: OpenedPost, carrier: Carrier | null, backups: string | undefined): Promise<Patient> => {
  const { config, consultation, clock, store, durability } = post
  const beats = (await store.workers()).map(({ beatAt }) => beatAt)
  return {
    ...{ config, consultation, clock, records: machineRecords(), durability: await durability(), carrier },
    signing: signingOf(config),
    lastRoundAt: beats.length > 0 ? Math.max(...beats) : null,
    secrets: secretsOf(post),
    us: process.getuid?.() ?? 0,
    backups: backups === undefined ? null : typedPath(backups),
  }
}

const problemsIn = (findings: Finding[]) =>
  findings
    .filter(({ level }) => level === 'wrong')
    .map(({ about, words, remedy }) => ({ message: [`${about}: ${words}`, remedy].filter(Boolean).join(' ') }))

const lookAt = async (post: OpenedPost, { letter, backups }: DoctorOptions): Promise<Finding[]> => {
  const { config, consultation } = post
  if (letter !== undefined) refuseStranger(config, letter)
  const carrier = config.mail && openCarrier(config.mail, consultation.email.address)
  try {
    const findings = await examine(await patientOf(post, carrier, backups))
    return carrier && letter !== undefined ? [...findings, await testLetter(post, carrier, letter)] : findings
  } finally {
    await carrier?.close()
  }
}

const doctor = (options: DoctorOptions): Promise<Report> =>
  withPost(async (post) => {
    const findings = await lookAt(post, options)
    const { lines, summary, wrong } = reportOf(findings)
    if (wrong === 0) return { facts: { findings }, words: `${lines}\n${summary}` }
    throw new Stop(1, summary, problemsIn(findings), { facts: { findings }, words: lines })
  })

/** `doctor`: looks at the set-up for real and says each finding with its remedy; 1 when anything is wrong. */
export const addDoctor: AddCommand = (program, tell) => {
  program
    .command('doctor')
    .description('look at a set-up before it is trusted: each line fine, doubtful or wrong, with the remedy')
    .option('--letter <address>', 'send a test letter to this organiser')
    .option('--backups <folder>', 'look at the backups in this folder too')
    .action((options: DoctorOptions) => tell(doctor(options)))
}
