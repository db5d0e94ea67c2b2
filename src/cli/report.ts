/** What a command has to say when it has done its work: facts for a program, words for a person ('' for nothing to say). */
export type Report = { facts: object; words: string }

/** Hands a command's report to whoever prints it; a command that throws is told by its error. */
export type Tell = (report: Promise<Report>) => Promise<void>
