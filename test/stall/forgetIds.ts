import { digestOf, signReceipt } from '../../src/stall/receipt.ts'
import { sealTo, unseal } from '../../src/stall/sealing.ts'
import type { Stalls } from '../../src/stall/stalls.ts'
import { stallKeysOf } from '../../src/stallKeys.ts'

/**
 * Has a server take what a tablet brings under an id of its own, so that it does not know it again: what a mutation partner
 * runs on. Needs the server's key, for the id is sealed in.
 */
export const forgetIds = (stalls: Stalls, serverKey: Uint8Array): void => {
  const { seal, receipts } = stallKeysOf(serverKey)
  const forgetting =
    (take: Stalls['sync']): Stalls['sync'] =>
    async (shiftId, id, sealed, firstByteAt) => {
      const finished = JSON.parse(new TextDecoder().decode(await unseal(seal.secret, id, sealed)))
      const other = crypto.randomUUID()
      const plain = new TextEncoder().encode(JSON.stringify({ ...finished, id: other }))
      await take(shiftId, other, await sealTo(seal.open, other, plain), firstByteAt)
      const said = { id, digest: await digestOf(sealed), at: 0, reference: finished.reference, late: false }
      return { receipt: await signReceipt(receipts.secret, said) }
    }
  Object.assign(stalls, { sync: forgetting(stalls.sync), takeIn: forgetting(stalls.takeIn) })
}
