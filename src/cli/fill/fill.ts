import type { Command } from 'commander'
import { copyOption } from '../copyOption.ts'
import type { Report } from '../report.ts'
import type { AddCommand } from '../run.ts'
import { fillMany } from './fillMany.ts'
import { fillOne } from './fillOne.ts'
import { type FillOptions, wantedFrom } from './fillOptions.ts'
import { fillPrintRun } from './fillPrintRun.ts'

const EXAMPLES = `
Examples:
  fill --pack my-consultation --answers ann.json --out ann.pdf
  fill --pack my-consultation --many answers.csv --out-dir forms
  fill --pack my-consultation --many answers.csv --print-run run.pdf

A table is CSV in UTF-8: a header of question ids, a row for each person; docs/packs.md shows one. Whatever is wrong in
any row is listed before anything is written, and a form is written only when every word is found on its pages again.`

const fill = (options: FillOptions, command: Command): Promise<Report> => {
  const wanted = wantedFrom(options, (option) => command.getOptionValueSource(option) === 'cli')
  if ('one' in wanted) return fillOne(wanted.one)
  return 'many' in wanted ? fillMany(wanted.many) : fillPrintRun(wanted.printRun)
}

const oneMore = (file: string, files: string[] = []): string[] => [...files, file]

/** `fill`: fills a pack's form with answers from files: one form, a folder of them, or one PDF of all for a printer. */
export const addFill: AddCommand = (program, tell) => {
  program
    .command('fill')
    .description('fill a pack’s form with answers from a file, for one person or for many')
    .requiredOption('--pack <folder>', 'the consultation')
    .option(
      '--answers <file>',
      'JSON: {question id: text | option | [options]}; several times with --print-run',
      oneMore,
    )
    .option('--many <file.csv>', 'a table of answers, a row for each person')
    .option('--out <file.pdf>', 'the form to write, for one --answers')
    .option('--out-dir <folder>', 'where to write a form for each row of --many')
    .option('--print-run <file.pdf>', 'one PDF of all the forms, for a printer')
    .addOption(copyOption())
    .option('--duplex', 'in a print run, begin each form on a sheet of its own, printed on both sides', true)
    .option('--no-duplex', 'in a print run, for printing on one side')
    .option('--replace', 'write over files that are in --out-dir already')
    .addHelpText('after', EXAMPLES)
    .action((options: FillOptions, command: Command) => tell(fill(options, command)))
}
