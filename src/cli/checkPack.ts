import { questionsOf } from '../questionnaire/questionnaire.ts'
import { readForeignPack } from '../workers/foreignPdf.ts'
import { openPack } from './openPack.ts'
import type { Report } from './report.ts'
import type { AddCommand } from './run.ts'

const checkPack = async (folder: string): Promise<Report> => {
  const { id, title, questionnaire } = await openPack(folder, readForeignPack)
  return { facts: { folder, id, title, questions: questionsOf(questionnaire).length }, words: 'sound' }
}

/** `check-pack`: says "sound", or lists all that is wrong with a pack, whose form nobody has opened yet: a process of its own does. */
export const addCheckPack: AddCommand = (program, tell) => {
  program
    .command('check-pack')
    .description('print "sound", or everything that is wrong with a pack, numbered, each with what to do')
    .argument('<folder>', 'the pack')
    .action((folder: string) => tell(checkPack(folder)))
}
