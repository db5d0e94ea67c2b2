import { listProblems, type PackProblem } from '../consultation/problem.ts'
import type { Report } from './report.ts'

/** A problem as a program reads it: named by file and place, or only a sentence. */
export type ToldProblem = PackProblem | { message: string }

/**
 * Ends a command with a sentence on standard error: 1 where problems were found, 2 where it was used wrongly, 75 where a
 * mail server that pipes a message in should try again later (EX_TEMPFAIL, sysexits.h). A report says what was done before.
 */
export class Stop extends Error {
  readonly code: 1 | 2 | 75
  readonly problems: ToldProblem[]
  readonly report: Report | null
  constructor(
    code: 1 | 2 | 75,
    message: string,
    problems: ToldProblem[] = [{ message }],
    report: Report | null = null,
  ) {
    super(message)
    this.code = code
    this.problems = problems
    this.report = report
  }
}

/** Ends a command with the numbered list of all that was found wrong; 2 where a file or folder that was named is not there. */
export const stopWith = (problems: PackProblem[], code: 1 | 2 = 1): Stop =>
  new Stop(code, listProblems(problems), problems)

const isNodeError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of this path is a file, not a folder',
  EISDIR: 'this is a folder, not a file',
  EEXIST: 'this is a file, not a folder',
  EACCES: 'this may not be read or written here',
  EPERM: 'this may not be read or written here',
  EROFS: 'this disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'this is more than may be written here',
  ENAMETOOLONG: 'this name is too long',
}

/** The sentence for a file that could not be read or written, as a wrong use of the command. */
export const fileProblem = (error: unknown, path: string): Stop => {
  const code = isNodeError(error) ? error.code : undefined
  return new Stop(2, `${path}: ${reasons[code ?? ''] ?? String(error)}.`)
}
