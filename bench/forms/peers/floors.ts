import { deflateSync } from 'node:zlib'
import { fill } from '../../../src/pdf/fill.ts'
import { responseOf } from '../material/responses.ts'
import { answersOf } from './ourPack.ts'
import { marks, prepareOurs } from './ours.ts'
import type { Prepare } from './peer.ts'

const joined = (head: Uint8Array, tail: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(head.length + tail.length)
  whole.set(head)
  whole.set(tail, head.length)
  return whole
}

const floor =
  (finish: (tail: Uint8Array) => Uint8Array): Prepare =>
  async (form, text) => {
    const { head, tail } = fill(await prepareOurs(form), answersOf(responseOf(text, 0)), marks)
    return () => joined(head, finish(tail))
  }

/** What no filler can be faster than: a form that is ready is copied into a fresh buffer, with its tail. */
export const copy = floor((tail) => tail)

/** The same where the tail is deflated each time, as fillers that compress do. What it gives is no PDF. */
export const copyAndDeflate = floor((tail) => deflateSync(tail))
