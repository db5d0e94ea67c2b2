import { type Finished, finished } from './finished.ts'
import { CannotUnseal, type SealingKey, unseal } from './sealing.ts'

const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** What a tablet sealed as `id`; null where it was sealed for another server or as another id, or is no response. */
export const openFinished = async (
  key: SealingKey,
  id: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Finished | null> => {
  try {
    const read = finished.safeParse(jsonIn(await unseal(key, id, sealed)))
    return read.success && read.data.id === id ? read.data : null
  } catch (error) {
    if (error instanceof CannotUnseal) return null
    throw error
  }
}
