import type { Expected } from '../../pdf/seeing/expected.ts'
import type { Mismatch } from '../../pdf/seeing/readBack.ts'
import { release } from '../release.ts'
import { type Message, NO_BYTES } from './message.ts'

type Asked = { expected: Expected; headBytes: number }

/** A filled form in, whose first `headBytes` are the blank one, and what must be seen on it; out, what another reader misses. */
export const answer = async ({ said, bytes }: Message<Asked>): Promise<Message<Mismatch[]>> => {
  const { expected, headBytes } = said
  const [head, tail] = [bytes.subarray(0, headBytes), bytes.subarray(headBytes)]
  const { missing } = await release({ head, tail, expected, form: 'this one' })
  return { said: missing, bytes: NO_BYTES }
}
