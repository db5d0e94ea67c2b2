import type { Config } from '../config.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { CarrierKind } from '../delivery/delivery.ts'
import { openCarrier } from '../openCarrier.ts'
import { makePost } from '../organisers/makePost.ts'
import { readLedger } from '../organisers/readLedger.ts'
import { ledgerText } from './ledgerText.ts'
import { withPost } from './openPost.ts'
import type { Report } from './report.ts'
import type { AddCommand } from './run.ts'

const wayOf = ({ mail }: Config): CarrierKind | null => {
  if (!mail) return null
  if ('folder' in mail.by) return 'folder'
  return mail.by.smtpUrl === 'mx:' ? 'mx' : 'relay'
}

const troubleIn = async ({ mail }: Config, { email }: Consultation): Promise<string | null> => {
  if (!mail) return null
  const carrier = openCarrier(mail, email.address)
  const trouble = await carrier.trouble()
  await carrier.close()
  return trouble
}

const deliveries = (): Promise<Report> =>
  withPost(async ({ store, consultation, config, clock }) => {
    const post = makePost({ store, consultation, ring: () => {}, trouble: () => troubleIn(config, consultation) })
    const ledger = await readLedger(post, consultation, clock())
    return { facts: ledger, words: ledgerText(ledger, consultation, wayOf(config)) }
  })

/** `deliveries`: the organisers' ledger, beside a server that may be running; as JSON its times are ms, UTC. */
export const addDeliveries: AddCommand = (program, tell) => {
  program
    .command('deliveries')
    .description('print the ledger: what became of each response, and what needs a hand; nobody’s answers')
    .addHelpText('after', '\nAs JSON, times are in milliseconds since 1970, UTC.')
    .action(() => tell(deliveries()))
}
