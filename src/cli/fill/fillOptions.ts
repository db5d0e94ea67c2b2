import type { CopyName } from '../../pdf/fill.ts'
import { Stop } from '../stop.ts'
import type { Many } from './fillMany.ts'
import type { One } from './fillOne.ts'
import type { PrintRun } from './fillPrintRun.ts'

/** The options of `fill` as they were typed; `given` says whether one was, or stands at its default. */
export type FillOptions = {
  pack: string
  answers?: string[]
  many?: string
  out?: string
  outDir?: string
  printRun?: string
  copy: CopyName
  duplex: boolean
  replace?: boolean
}

/** What is to be made: one form, a folder of them, or one PDF of all for a printer. */
export type Wanted = { one: One } | { many: Many } | { printRun: PrintRun }

const wrongUses = (options: FillOptions, given: (option: string) => boolean): string[] => {
  const { answers = [], many, out, outDir, printRun } = options
  const places = [out, outDir, printRun].filter((place) => place !== undefined)
  const wrong: [boolean, string][] = [
    [
      answers.length === 0 && many === undefined,
      'Say whose answers: --answers FILE, or --many FILE for a table of them.',
    ],
    [answers.length > 0 && many !== undefined, 'Give either --answers or --many.'],
    [places.length === 0, 'Say where to write: --out FILE, or with --many --out-dir FOLDER, or --print-run FILE.'],
    [places.length > 1, 'Give one of --out, --out-dir and --print-run.'],
    [out !== undefined && many !== undefined, '--out takes one form. With --many, give --out-dir or --print-run.'],
    [out !== undefined && answers.length > 1, '--out takes one form. For several --answers, give --print-run.'],
    [outDir !== undefined && answers.length > 0, '--out-dir goes with --many. With --answers, give --out.'],
    [printRun !== undefined && given('copy'), '--copy is for --out and --out-dir: a print run is always final.'],
    [printRun === undefined && given('duplex'), '--duplex and --no-duplex are for --print-run.'],
    [
      outDir === undefined && given('replace'),
      '--replace is for --out-dir; --out and --print-run write over their file.',
    ],
  ]
  return wrong.flatMap(([is, words]) => (is ? [words] : []))
}

/** What the options ask for. Throws Stop 2 with every sentence on how they contradict each other. */
export const wantedFrom = (options: FillOptions, given: (option: string) => boolean): Wanted => {
  const wrong = wrongUses(options, given)
  if (wrong.length > 0) {
    throw new Stop(
      2,
      wrong.join('\n'),
      wrong.map((message) => ({ message })),
    )
  }
  const { pack, answers = [], many, out, outDir, printRun, copy, duplex, replace = false } = options
  const source = many === undefined ? { answers } : { many }
  if (printRun !== undefined) return { printRun: { pack, source, printRun, duplex } }
  if (many !== undefined && outDir !== undefined) return { many: { pack, many, outDir, copy, replace } }
  return { one: { pack, answers: answers[0]!, out: out!, copy } }
}
