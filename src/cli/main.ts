import { Command, CommanderError } from 'commander'
import { bounceCommand } from './bounce.ts'
import { checkPackCommand } from './checkPack.ts'
import { deliveriesCommand } from './deliveries.ts'
import { type DoctorOptions, doctorCommand } from './doctor.ts'
import { drawStandInCommand } from './drawStandIn.ts'
import { type FillOptions, fillCommand } from './fill.ts'
import { inspectCommand } from './inspect.ts'
import { typedPath } from './paths.ts'
import { Stop } from './stop.ts'

const program = new Command('npm run --silent cli --')
  .description('The product from the command line. Exit codes: 0 fine, 1 problems found, 2 wrong use.')
  .exitOverride()

program
  .command('fill')
  .description('fill a pack’s form with the answers in a file')
  .requiredOption('--pack <folder>', 'the consultation')
  .requiredOption('--answers <file>', 'JSON: {question id: text | option | [options]}')
  .requiredOption('--out <file>', 'the PDF to write')
  .action((options: FillOptions) => fillCommand(options))

program
  .command('inspect')
  .description('print the pages and fields of a PDF as JSON')
  .argument('<file.pdf>')
  .action((file: string) => inspectCommand(file))

program
  .command('check-pack')
  .description('print "sound", or everything that is wrong with a pack')
  .argument('<folder>')
  .action((folder: string) => checkPackCommand(folder))

program
  .command('draw-stand-in')
  .description('draw form.pdf and boxes.json anew from a pack’s questions, where the official file is lost')
  .requiredOption('--pack <folder>', 'the consultation')
  .option('--replace', 'draw over a form.pdf that is not ours, and over its boxes.json', false)
  .action(({ pack, replace }: { pack: string; replace: boolean }) => drawStandInCommand(typedPath(pack), replace))

program
  .command('deliveries')
  .description('print the ledger: what became of each response, and what needs a hand; nobody’s answers')
  .option('--json', 'as JSON, times in milliseconds since 1970, UTC', false)
  .action((options: { json: boolean }) => deliveriesCommand(options))

program
  .command('bounce')
  .description('take a message that came back, from a mail server’s pipe; exit codes 0 taken, 75 try again later')
  .argument('[recipient]', 'the address that it came to')
  .action((recipient: string | undefined) => bounceCommand(recipient))

program
  .command('doctor')
  .description('look at a set-up before it is trusted: each line fine, doubtful or wrong, with the remedy')
  .option('--letter <address>', 'send a test letter to this organiser')
  .option('--backups <folder>', 'look at the backups in this folder too')
  .action((options: DoctorOptions) => doctorCommand(options))

const run = async (): Promise<number> => {
  try {
    await program.parseAsync()
    return 0
  } catch (error) {
    // Commander has said what was wrong itself, and asks for 0 after --help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return error instanceof Stop ? error.code : 1
  }
}

process.exitCode = await run()
