import type { Consultation } from '../../consultation/consultation.ts'
import { type PackProblem, UnsoundPack } from '../../consultation/problem.ts'
import { readPack } from '../../consultation/readPack.ts'
import { type Message, NO_BYTES } from './message.ts'

type Read = { problems: PackProblem[] } | Omit<Consultation, 'official'>

/** A pack's folder in, its problems out, or else the consultation with the official form as bytes. */
export const answer = async ({ said: { folder } }: Message<{ folder: string }>): Promise<Message<Read>> => {
  try {
    const { official, ...said } = await readPack(folder)
    return { said, bytes: official }
  } catch (error) {
    if (error instanceof UnsoundPack) return { said: { problems: error.problems }, bytes: NO_BYTES }
    throw error
  }
}
