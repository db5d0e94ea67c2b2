import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { MailConfig } from './config.ts'
import type { Carrier } from './delivery/carrier.ts'
import { domainOf } from './delivery/mailbox.ts'
import { folderCarrier } from './mail/folderCarrier.ts'
import type { ResolveMailHosts } from './mail/mailHosts.ts'
import { mxCarrier } from './mail/mxCarrier.ts'
import { smtpCarrier } from './mail/smtpCarrier.ts'
import type { DkimKey } from './mail/writeMessage.ts'

/** The carrier that the settings name; for `mx:` the body's own domain is what it looks after. */
export const openCarrier = (
  { by, from, perSecond }: MailConfig,
  bodysAddress: string,
  resolve?: ResolveMailHosts,
): Carrier => {
  if ('folder' in by) return folderCarrier(by.folder)
  const ourName = domainOf(from)
  if (by.smtpUrl !== 'mx:') return smtpCarrier({ url: by.smtpUrl, perSecond, ourName })
  return mxCarrier({ perSecond, ourName, checks: domainOf(bodysAddress), ...(resolve ? { resolve } : {}) })
}

/** The key that signs letters, in PEM, for the domain of the campaign's own mailbox; null where none is set. Throws a sentence. */
export const readDkim = ({ dkim, from }: MailConfig): DkimKey | null => {
  if (!dkim) return null
  try {
    const privateKey = readFileSync(dkim.keyFile, 'utf8')
    createPrivateKey(privateKey)
    return { domain: domainOf(from), selector: dkim.selector, privateKey }
  } catch {
    throw new Error(
      `DKIM_KEY is "${dkim.keyFile}", which holds no private key that can be read. Set it to the file with the key in PEM.`,
    )
  }
}
