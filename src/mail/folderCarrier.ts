import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Carrier, Phases } from '../delivery/carrier.ts'
import { fileNameFor, messageIdOf } from './messageId.ts'

const written = { accepted: { by: 'folder', host: '', words: 'written to a folder, sent to nobody' } } as const

const sync = async (path: string, flags: string, bytes?: Uint8Array) => {
  const file = await open(path, flags, 0o600)
  try {
    if (bytes) await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

const identified = (message: Uint8Array): string =>
  messageIdOf(message) ?? createHash('sha256').update(message).digest('hex')

/**
 * Writes letters as .eml files into a folder that only this user may read, each whole or not at all, named by its
 * Message-ID. Nothing is sent to anybody.
 */
export const folderCarrier = (folder: string): Carrier => {
  const ready = () => mkdir(folder, { recursive: true, mode: 0o700 })
  const pathsOf = (messageId: string) => {
    const name = fileNameFor(messageId)
    return { whole: join(folder, name), partly: join(folder, `.${name}.part`) }
  }

  const write = async (message: Uint8Array, { bodyBegun, bodyEnded }: Phases, signal?: AbortSignal) => {
    const { whole, partly } = pathsOf(identified(message))
    await ready()
    signal?.throwIfAborted()
    await bodyBegun()
    await sync(partly, 'w', message)
    await bodyEnded()
    await rename(partly, whole)
    await sync(folder, 'r')
  }

  return {
    kind: 'folder',
    async carry(_, message, phases, signal) {
      try {
        await write(message, phases, signal)
        return written
      } catch {
        await rm(pathsOf(identified(message)).partly, { force: true }).catch(() => undefined)
        return { tryAgain: 'the message could not be written to the folder' }
      }
    },
    async trouble() {
      try {
        await ready()
        await access(folder, constants.W_OK | constants.X_OK)
        return null
      } catch {
        return `The folder in MAIL_FOLDER (${folder}) cannot be written to.`
      }
    },
    async forget(messageId) {
      const { whole, partly } = pathsOf(messageId)
      await rm(partly, { force: true })
      await rm(whole, { force: true })
    },
    close: async () => {},
  }
}
