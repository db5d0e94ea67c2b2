import type { Config } from '../config.ts'
import type { CarrierKind } from '../delivery/delivery.ts'
import { readLedger } from '../organisers/readLedger.ts'
import { ledgerText } from './ledgerText.ts'
import { withPost } from './openPost.ts'

const wayOf = ({ mail }: Config): CarrierKind | null => {
  if (!mail) return null
  if ('folder' in mail.by) return 'folder'
  return mail.by.smtpUrl === 'mx:' ? 'mx' : 'relay'
}

/** Prints the organisers' ledger, beside a server that may be running; as JSON its times are ms, UTC. */
export const deliveriesCommand = ({ json }: { json: boolean }): Promise<void> =>
  withPost(async ({ store, consultation, config, clock }) => {
    const ledger = await readLedger(store, consultation, clock())
    const text = json ? JSON.stringify(ledger, null, 2) : ledgerText(ledger, consultation, wayOf(config))
    process.stdout.write(`${text}\n`)
  })
