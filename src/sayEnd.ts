import { WrongUsage } from './rehearsal/options.ts'

/** Says on standard error why a start failed and lets the process end: code 2 for a command line, 1 for all else. */
export const sayEnd = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  // Not process.exit: where WebAssembly is still being compiled in a thread, Node may wait for it for ever.
  process.exitCode = error instanceof WrongUsage ? 2 : 1
}
