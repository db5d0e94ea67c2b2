import { readFields } from '../../pdf/found/readFields.ts'
import { type Message, NO_BYTES } from './message.ts'

/** A PDF in, the value of every field out. */
export const answer = async ({ bytes }: Message<null>) => ({ said: await readFields(bytes), bytes: NO_BYTES })
