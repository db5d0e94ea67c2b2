import type { Consultation } from '../consultation/consultation.ts'
import { UnsoundPack } from '../consultation/problem.ts'
import { expectFolder, readPack } from '../consultation/readPack.ts'
import { typedPath } from './paths.ts'
import { fileProblem, stopWith } from './stop.ts'

/** The path of a pack's folder, as typed. Throws Stop 2 where no such folder is there. */
export const packFolder = async (typed: string): Promise<string> => {
  const folder = typedPath(typed)
  await expectFolder(folder).catch((error: unknown) => {
    throw error instanceof UnsoundPack ? stopWith(error.problems, 2) : fileProblem(error, typed)
  })
  return folder
}

/**
 * The consultation in a folder, as typed; `read` says in which process its form is opened. Throws Stop 2 where it cannot be
 * read, UnsoundPack with all that is wrong in it.
 */
export const openPack = async (typed: string, read: typeof readPack = readPack): Promise<Consultation> =>
  read(await packFolder(typed)).catch((error: unknown) => {
    throw error instanceof Error && 'syscall' in error ? fileProblem(error, typed) : error
  })
