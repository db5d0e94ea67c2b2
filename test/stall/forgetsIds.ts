import { digestOf, signReceipt } from '../../src/stall/receipt.ts'
import { sealTo, unseal } from '../../src/stall/sealing.ts'
import type { Stalls } from '../../src/stall/stalls.ts'
import { stallKeysOf } from '../../src/stallKeys.ts'

/** A server that takes what it is brought under an id of its own, so that it does not know it again: a mutation partner's. */
export const forgetsIds = (stalls: Pick<Stalls, 'sync'>, serverKey: Uint8Array): void => {
  const { sync } = stalls
  const { seal, receipts } = stallKeysOf(serverKey)
  Object.assign(stalls, {
    sync: async (...[shiftId, id, sealed, firstByteAt]: Parameters<typeof sync>) => {
      const finished = JSON.parse(new TextDecoder().decode(await unseal(seal.secret, id, sealed)))
      const other = crypto.randomUUID()
      const plain = new TextEncoder().encode(JSON.stringify({ ...finished, id: other }))
      await sync(shiftId, other, await sealTo(seal.open, other, plain), firstByteAt)
      const said = { id, digest: await digestOf(sealed), at: 0, reference: finished.reference, late: false }
      return { receipt: await signReceipt(receipts.secret, said) }
    },
  })
}
