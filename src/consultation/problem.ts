/** One thing wrong in a pack: where, what stands there, what should, and what to do about it. */
export type PackProblem = { file: string; path: string; found: string; expected: string; remedy: string }

/** A pack that is not sound, with every problem that was found. */
export class UnsoundPack extends Error {
  readonly problems: PackProblem[]
  constructor(problems: PackProblem[]) {
    super(listProblems(problems))
    this.problems = problems
  }
}

const sayProblem = ({ file, path, found, expected, remedy }: PackProblem, index: number): string =>
  `${index + 1}. ${file}${path ? ` at ${path}` : ''}\n   found: ${found}\n   expected: ${expected}\n   to mend it: ${remedy}`

/** The numbered list, one problem after the other, as plain text. */
export const listProblems = (problems: PackProblem[]): string => problems.map(sayProblem).join('\n')
