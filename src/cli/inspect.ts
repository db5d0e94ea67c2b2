import { inspectForeign } from '../workers/foreignPdf.ts'
import { inspectText } from './inspectText.ts'
import { readNamed } from './readNamed.ts'
import type { Report } from './report.ts'
import type { AddCommand } from './run.ts'

const inspect = async (path: string): Promise<Report> => {
  const facts = await inspectForeign(await readNamed(path))
  return { facts, words: inspectText(facts) }
}

/** `inspect`: the pages and fields of a PDF; the file is opened in a process of its own, with limits. */
export const addInspect: AddCommand = (program, tell) => {
  program
    .command('inspect')
    .description('print the pages of a PDF, and its fields by name with what each may hold')
    .argument('<file.pdf>', 'a form, blank or filled')
    .action((file: string) => tell(inspect(file)))
}
