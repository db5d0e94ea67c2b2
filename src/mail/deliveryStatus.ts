import PostalMime, { type Email } from 'postal-mime'

/** What a message says of a delivery. */
export type Report = { action: 'failed' | 'delayed' | 'other'; words: string }

const BLOCKS = 20
const LARGEST = 100_000

type Fields = { action: string; words: string }

const fieldsOf = async (block: string): Promise<Fields> => {
  const { headers } = await PostalMime.parse(`${block}\r\n\r\n`)
  const value = (name: string) => headers.find(({ key }) => key === name)?.value.trim() ?? ''
  const diagnostic = value('diagnostic-code').replace(/^[\w-]+\s*;\s*/, '')
  return { action: value('action').toLowerCase(), words: diagnostic || value('status') }
}

/**
 * The machine-readable part of a report (RFC 3464), or null where there is none: blocks of fields, the first on the message,
 * each further one on a recipient. One recipient that failed makes it a failure: our letters have one.
 */
export const reportIn = async ({ attachments }: Email): Promise<Report | null> => {
  const status = attachments.find(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType))
  if (!status || typeof status.content === 'string') return null
  const text = new TextDecoder().decode(new Uint8Array(status.content).subarray(0, LARGEST))
  const blocks = await Promise.all(text.split(/\r?\n[ \t]*\r?\n/, BLOCKS).map(fieldsOf))
  const worst = blocks.find(({ action }) => action === 'failed') ?? blocks.find(({ action }) => action !== '')
  if (!worst) return null
  const action = worst.action === 'failed' || worst.action === 'delayed' ? worst.action : 'other'
  return { action, words: worst.words }
}
