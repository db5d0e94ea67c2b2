import { inspect } from '../../pdf/found/inspect.ts'
import { type Message, NO_BYTES } from './message.ts'

/** A PDF in, its pages and fields out. */
export const answer = async ({ bytes }: Message<null>) => ({ said: await inspect(bytes), bytes: NO_BYTES })
