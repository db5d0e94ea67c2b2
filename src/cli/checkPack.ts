import { UnsoundPack } from '../consultation/problem.ts'
import { readPack } from '../consultation/readPack.ts'
import { typedPath } from './paths.ts'
import { Stop } from './stop.ts'

/** Prints "sound", or stops with the numbered list of all that is wrong with the pack in a folder. */
export const checkPackCommand = async (folder: string): Promise<void> => {
  await readPack(typedPath(folder)).catch((error: unknown) => {
    throw error instanceof UnsoundPack ? new Stop(1, error.message) : error
  })
  process.stdout.write('sound\n')
}
