import { receiptIn, signReceipt } from '../src/stall/receipt.ts'
import { CannotUnseal, sealTo, unseal } from '../src/stall/sealing.ts'
import { stallKeysOf } from '../src/stallKeys.ts'

const keys = stallKeysOf(new Uint8Array(32).fill(7))
const plain = new TextEncoder().encode('What somebody said.')

test('what is sealed to the open half opens with the secret one, as this id, and with no other server’s', async () => {
  const sealed = await sealTo(keys.seal.open, 'id', plain)
  expect(new Uint8Array(await unseal(keys.seal.secret, 'id', sealed))).toEqual(plain)
  await expect(unseal(keys.seal.secret, 'other', sealed)).rejects.toThrow(CannotUnseal)
  const others = stallKeysOf(new Uint8Array(32).fill(8))
  await expect(unseal(others.seal.secret, 'id', sealed)).rejects.toThrow(CannotUnseal)
})

test('a receipt that the secret half signed is believed by the open one, and by no other server’s', async () => {
  const said = { id: 'id', digest: 'd', at: 1, reference: 'K7MQ2FTD', late: false }
  const signed = await signReceipt(keys.receipts.secret, said)
  expect(await receiptIn(keys.receipts.open, signed, said)).toEqual(said)
  const others = stallKeysOf(new Uint8Array(32).fill(8))
  expect(await receiptIn(others.receipts.open, signed, said)).toBeNull()
})

test('the pairs follow from the server’s key, differ from each other, and the open half tells no secret', () => {
  expect(stallKeysOf(new Uint8Array(32).fill(7))).toEqual(keys)
  expect(keys.seal.open).not.toEqual(keys.receipts.open)
  for (const { open, secret } of [keys.seal, keys.receipts]) {
    expect(Object.keys(open).sort()).toEqual(['crv', 'kty', 'x', 'y'])
    expect(secret).toEqual({ ...open, d: expect.stringMatching(/^[\w-]{43}$/) })
    for (const part of [open.x, open.y]) expect(part).toMatch(/^[\w-]{43}$/)
  }
})

test('a thousand servers have sound keys', () => {
  const made = Array.from({ length: 1000 }, (_, at) => stallKeysOf(new Uint8Array(32).fill(at % 256, at >> 8)).seal)
  for (const { open, secret } of made) {
    for (const part of [open.x, open.y, secret.d]) expect(Buffer.from(part!, 'base64url')).toHaveLength(32)
  }
})
