import { createHash } from 'node:crypto'

const HEADERS = 64 * 1024

/** The Message-ID of a message, without its angle brackets, or null. */
export const messageIdOf = (message: Uint8Array): string | null => {
  const [headers = ''] = Buffer.from(message.subarray(0, HEADERS)).toString('latin1').split('\r\n\r\n', 1)
  return /^message-id:\s*<([^<>\r\n]*)>/im.exec(headers)?.[1] ?? null
}

/** A file name for a Message-ID: the part before the @ where that is plain, else its hash. Never leads out of a folder. */
export const fileNameFor = (messageId: string): string => {
  const [local = ''] = messageId.replace(/^<|>$/g, '').split('@')
  if (/^\w[\w.-]{0,100}$/.test(local)) return `${local}.eml`
  return `${createHash('sha256').update(messageId.replace(/^<|>$/g, '')).digest('hex')}.eml`
}
