/** A piece of PDF source: ASCII, bytes as they are, or text to be written as a string of its UTF-16 units. */
export type Part = string | Uint8Array | { units: string }

/** PDF source in pieces, one after the other: joining them into one string would cost more than all the rest of a filling. */
export type Source = Part[]

/** How many bytes a source takes. */
export const sizeOf = (source: Source): number => {
  let size = 0
  for (const part of source)
    size += typeof part === 'object' && 'units' in part ? 4 * part.units.length + 2 : part.length
  return size
}

const digit = (value: number): number => (value < 10 ? 48 : 87) + value

let table: Uint32Array | undefined

/** The four hexadecimal digits of every UTF-16 unit, as one number each. */
const digits = (): Uint32Array => {
  if (table) return table
  table = new Uint32Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) {
    const [high, low] = [
      (digit(unit >> 12) << 8) | digit((unit >> 8) & 15),
      (digit((unit >> 4) & 15) << 8) | digit(unit & 15),
    ]
    table[unit] = high * 0x10000 + low
  }
  return table
}

const encoder = new TextEncoder()

// Below this many letters a loop is faster than the encoder's start.
const SHORT = 48

const putAscii = (text: string, into: Uint8Array, at: number): void => {
  if (text.length > SHORT) {
    const { written } = encoder.encodeInto(text, into.subarray(at))
    if (written !== text.length) throw new Error('Appended source must be ASCII')
    return
  }
  let all = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    all |= unit
    into[at + index] = unit
  }
  if (all > 0x7f) throw new Error('Appended source must be ASCII')
}

/** Writes a source into bytes from a place on; answers where it ends. Throws for text that is not ASCII. */
export const putSource = (source: Source, into: Uint8Array, start: number): number => {
  const hex = digits()
  const view = new DataView(into.buffer, into.byteOffset, into.byteLength)
  let at = start
  for (const part of source) {
    if (typeof part === 'string') {
      putAscii(part, into, at)
      at += part.length
    } else if ('units' in part) {
      const { units } = part
      into[at++] = 0x3c
      for (let index = 0; index < units.length; index++, at += 4) {
        view.setUint32(at, hex[units.charCodeAt(index)] as number)
      }
      into[at++] = 0x3e
    } else {
      into.set(part, at)
      at += part.length
    }
  }
  return at
}

/** A source as bytes of its own. */
export const bytesOf = (source: Source): Uint8Array => {
  const bytes = new Uint8Array(sizeOf(source))
  putSource(source, bytes, 0)
  return bytes
}

const ESCAPED = new Set([0x28, 0x29, 0x5c, 0x0d]) // ( ) \ and a return, which readers would make a new line

const literalOf = (units: string): Uint8Array => {
  const bytes = [0x28]
  for (let index = 0; index < units.length; index++) {
    const unit = units.charCodeAt(index)
    for (const byte of [unit >> 8, unit & 0xff]) {
      if (ESCAPED.has(byte)) bytes.push(0x5c)
      bytes.push(byte === 0x0d ? 0x72 : byte)
    }
  }
  return Uint8Array.from([...bytes, 0x29])
}

/** The same source with its texts as binary strings: half as long, and less once they are compressed. */
export const asLiterals = (source: Source): Source =>
  source.map((part) => (typeof part === 'object' && 'units' in part ? literalOf(part.units) : part))
