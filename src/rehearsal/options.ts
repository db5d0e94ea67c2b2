import { parseArgs } from 'node:util'

/** A command line that cannot be followed; its message is the sentence to show, and the exit code is 2. */
export class WrongUsage extends Error {}

export type StartOptions = { rehearse: boolean; at: string | null; fresh: boolean }

const usage = 'Use: npm run rehearse [-- --at 2017-10-06T17:25] [--fresh]'

const parse = (words: string[]) => {
  try {
    return parseArgs({
      args: words,
      options: { rehearse: { type: 'boolean' }, at: { type: 'string' }, fresh: { type: 'boolean' } },
    }).values
  } catch (error) {
    throw new WrongUsage(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

/** What the words after `src/main.ts` ask for. Throws WrongUsage. */
export const startOptions = (words: string[]): StartOptions => {
  const { rehearse = false, at = null, fresh = false } = parse(words)
  if (!rehearse && (at !== null || fresh)) {
    throw new WrongUsage(`Only a rehearsal can start at another time or afresh. ${usage}`)
  }
  return { rehearse, at, fresh }
}
