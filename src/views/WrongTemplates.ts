/** Thrown when templates are wrong: every problem at once, as numbered sentences. */
export class WrongTemplates extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(problems.map((problem, index) => `${index + 1}. ${problem}`).join('\n'))
    this.name = 'WrongTemplates'
    this.problems = problems
  }
}
