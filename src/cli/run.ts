import { Command, CommanderError } from 'commander'
import { UnsoundPack } from '../consultation/problem.ts'
import type { Report, Tell } from './report.ts'
import { Stop } from './stop.ts'

/** Adds a command to the program; what its action has to say goes through `tell`. */
export type AddCommand = (program: Command, tell: Tell) => void

const NO_COMMAND = 'Name a command: --help lists them.'

/** Read before the words are parsed: what is wrong with them is told as JSON too. */
const asksForJson = (words: string[]): boolean => {
  const end = words.indexOf('--')
  return words.slice(0, end < 0 ? words.length : end).includes('--json')
}

const asStop = (error: unknown): Stop => {
  if (error instanceof Stop) return error
  if (error instanceof UnsoundPack) return new Stop(1, error.message, error.problems)
  // What commander says when nothing was asked for is its whole help.
  if (error instanceof CommanderError) {
    return new Stop(2, error.code === 'commander.help' ? NO_COMMAND : error.message.replace(/^error: /, ''))
  }
  return new Stop(1, error instanceof Error ? error.message : String(error))
}

const line = (words: string): string => (words === '' || words.endsWith('\n') ? words : `${words}\n`)

const printJson = (value: object): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)

const print = ({ facts, words }: Report, json: boolean): void => {
  if (json) printJson({ ok: true, ...facts })
  else process.stdout.write(line(words))
}

const printStop = ({ problems, report, message }: Stop, json: boolean): void => {
  if (json) printJson({ ok: false, problems, ...report?.facts })
  else {
    if (report) process.stdout.write(line(report.words))
    process.stderr.write(line(message))
  }
}

const programOf = (json: boolean, toHelp: (text: string) => void): Command => {
  const program = new Command('npm run --silent cli --')
    .description('The product from the command line. Exit codes: 0 fine, 1 problems found, 2 wrong use.')
    .option('--json', 'print one JSON value instead of words: {"ok": true, …} or {"ok": false, "problems": […]}')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('Add --help to see what this command takes.')
    .exitOverride()
  return json ? program.configureOutput({ writeOut: toHelp, writeErr: () => {} }) : program
}

/** Runs the command that the words name, and prints what it has to say; answers the exit code: 0, 1, 2 or 75. */
export const run = async (commands: AddCommand[], words: string[]): Promise<number> => {
  const json = asksForJson(words)
  let told: Report = { facts: {}, words: '' }
  const program = programOf(json, (help) => {
    told = { facts: { help }, words: help }
  })
  for (const add of commands) {
    add(program, async (report) => {
      told = await report
    })
  }
  try {
    await program.parseAsync(words, { from: 'user' })
    print(told, json)
    return 0
  } catch (error) {
    const helped = error instanceof CommanderError && error.exitCode === 0
    // Commander has said in words what was wrong, or the help.
    if (error instanceof CommanderError && !json) return helped ? 0 : 2
    if (helped) print(told, json)
    else printStop(asStop(error), json)
    return helped ? 0 : asStop(error).code
  }
}
