import { tabletWords } from '../stall/tabletWords.ts'
import type { Controller } from './site.ts'
import { notPaired, whenTablet } from './whenTablet.ts'

const STATUS = { revoked: 401, other: 409, unreadable: 422, full: 429 } as const

const unread = (words: string) => ({ json: { refused: 'unreadable', words }, status: 400 })

/** JSON in bytes that came; null where there is none. */
export const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

/** Takes a sealed response from a tablet and answers with a signed receipt, or with why it was not taken. */
export const sync = whenTablet(async (site, { params, file, now }, shift) => {
  if (!file) return unread('Nothing came with that, so nothing was taken. It stays on the tablet.')
  const bytes = new Uint8Array(file.bytes)
  const brought = await site.stalls.sync(shift.id, params.id ?? '', bytes, now)
  return { json: brought, status: 'refused' in brought ? STATUS[brought.refused] : 200 }
})

/** A tablet's sign of life: what it says of itself in, and the server's time and public keys out. */
export const heard = whenTablet(async (site, { file, now }, shift) => {
  const words = tabletWords.safeParse(file && jsonIn(file.bytes))
  if (!words.success) return unread('We could not read what this tablet said of itself.')
  return { json: await site.stalls.heard(shift, words.data, now) }
})

/** The key that a paired tablet syncs by, for its own script, by its cookie. */
export const tabletKey: Controller = async (site, { shiftKey, now }) => {
  const shift = shiftKey && (await site.stalls.shiftOf(shiftKey, now))
  return shift ? { json: { key: await site.stalls.pairingKeyOf(shiftKey) } } : notPaired
}
