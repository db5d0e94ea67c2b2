/**
 * Ends a command with a sentence on standard error: 1 where problems were found, 2 where it was used wrongly, 75 where a
 * mail server that pipes a message in should try again later (EX_TEMPFAIL, sysexits.h).
 */
export class Stop extends Error {
  readonly code: 1 | 2 | 75
  constructor(code: 1 | 2 | 75, message: string) {
    super(message)
    this.code = code
  }
}

const isNodeError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error

/** The sentence for a file that could not be read or written, as a wrong use of the command. */
export const fileProblem = (error: unknown, path: string): Stop => {
  const code = isNodeError(error) ? error.code : undefined
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file or folder',
    EISDIR: 'this is a folder, not a file',
    EACCES: 'this may not be read or written here',
  }
  return new Stop(2, `${path}: ${reasons[code ?? ''] ?? String(error)}.`)
}
