import { randomUUID } from 'node:crypto'
import { mailboxIn } from '../../src/delivery/mailbox.ts'
import { bounceAddressFor, deliveryOf, LONGEST_BOUNCE_NAME } from '../../src/mail/verp.ts'

const key = Buffer.alloc(32, 7)
const id = '0004e2c1-7d5f-4b6a-9a3c-0d1e2f3a4b5c'
const address = bounceAddressFor('bounces@campaign.example', id, key)

describe('an address for the bounces of one delivery', () => {
  test('is a plain mailbox that leads back to it, in capitals too', () => {
    expect(address).toMatch(/^bounces\+[0-9a-z]{25}\.[0-9a-f]{16}@campaign\.example$/)
    expect(mailboxIn(address)).toBe(address)
    expect(deliveryOf(address, key)).toBe(id)
    expect(deliveryOf(address.toUpperCase(), key)).toBe(id)
  })

  test('holds for any UUID', () => {
    const ids = [...Array.from({ length: 500 }, () => randomUUID()), 'ffffffff-ffff-4fff-bfff-ffffffffffff']
    expect(ids.map((one) => deliveryOf(bounceAddressFor('b@c.example', one, key), key))).toEqual(ids)
  })

  test('forged ones lead nowhere', () => {
    const other = bounceAddressFor('bounces@campaign.example', '0004e2c1-7d5f-4b6a-9a3c-0d1e2f3a4b5d', key)
    const swapped = address.replace(/\.[0-9a-f]{16}@/, /\.[0-9a-f]{16}@/.exec(other)![0])
    for (const forged of [swapped, address.replace('+0', '+1'), 'bounces@campaign.example', 'z'.repeat(90), '']) {
      expect(deliveryOf(forged, key)).toBeNull()
    }
    expect(deliveryOf(`b+${'z'.repeat(25)}.${'0'.repeat(16)}@c.example`, key)).toBeNull()
    expect(deliveryOf(address, Buffer.alloc(32, 8))).toBeNull()
  })

  test('of the longest name there may be has the 64 characters that servers take, and no more', () => {
    const made = bounceAddressFor(`${'b'.repeat(LONGEST_BOUNCE_NAME)}@campaign.example`, id, key)
    expect(made.indexOf('@')).toBe(64)
    expect(deliveryOf(made, key)).toBe(id)
  })
})
