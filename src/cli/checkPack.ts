import { questionsOf } from '../questionnaire/questionnaire.ts'
import { openPack } from './openPack.ts'
import type { Report } from './report.ts'
import type { AddCommand } from './run.ts'

const checkPack = async (folder: string): Promise<Report> => {
  const { id, title, questionnaire } = await openPack(folder)
  return { facts: { folder, id, title, questions: questionsOf(questionnaire).length }, words: 'sound' }
}

/** `check-pack`: says "sound", or lists all that is wrong with the pack in a folder. */
export const addCheckPack: AddCommand = (program, tell) => {
  program
    .command('check-pack')
    .description('print "sound", or everything that is wrong with a pack, numbered, each with what to do')
    .argument('<folder>', 'the pack')
    .action((folder: string) => tell(checkPack(folder)))
}
