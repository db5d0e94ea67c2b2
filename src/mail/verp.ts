import { createHmac, timingSafeEqual } from 'node:crypto'
import { domainOf } from '../delivery/mailbox.ts'

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const tagged = /\+([0-9a-z]{25})\.([0-9a-f]{16})@/i
const dashed = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/

// Servers may fold a local part to small letters, so that it must not need others; 25 digits of base 36 hold 128 bits.
const digitsOf = (id: string) =>
  BigInt(`0x${id.replaceAll('-', '')}`)
    .toString(36)
    .padStart(25, '0')
const idOf = (digits: string) =>
  [...digits]
    .reduce((number, digit) => number * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
    .toString(16)
    .padStart(32, '0')
    .replace(dashed, '$1-$2-$3-$4-$5')

const macOf = (id: string, key: Uint8Array) =>
  createHmac('sha256', key).update(`bounces of ${id}`).digest('hex').slice(0, 16)

/** The longest that may stand before the @ of a bounce address: with a letter's mark it must stay within 64 (RFC 5321, 4.5.3.1). */
export const LONGEST_BOUNCE_NAME = 64 - '+'.length - 25 - '.'.length - 16

/** Where one delivery's bounces go (VERP): `bounces+<id>.<mac>@…`, from an address, a delivery's UUID and a secret key. */
export const bounceAddressFor = (bounceAddress: string, deliveryId: string, key: Uint8Array): string => {
  if (!uuid.test(deliveryId)) return bounceAddress
  const local = bounceAddress.slice(0, bounceAddress.lastIndexOf('@'))
  return `${local}+${digitsOf(deliveryId)}.${macOf(deliveryId, key)}@${domainOf(bounceAddress)}`
}

/** The delivery that an address of ours was made for, or null: another address, a wrong key, a forgery. */
export const deliveryOf = (address: string, key: Uint8Array): string | null => {
  const [, digits, mac] = tagged.exec(address.toLowerCase()) ?? []
  if (!digits || !mac) return null
  const id = idOf(digits)
  return uuid.test(id) && timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(id, key))) ? id : null
}
