/** Why a foreign PDF was given up: a closed list, each with what was found and what to do. */
export type Trouble = 'time' | 'memory' | 'password' | 'unreadable'

const AGAIN = 'Open it in a PDF reader, save it there as a new file, and try again with that one.'

const words: Record<Trouble, [found: string, remedy: string]> = {
  time: ['This PDF takes longer than we give to one file, so we stopped.', AGAIN],
  memory: ['This PDF takes up more memory than we give to one file, so we stopped.', AGAIN],
  password: [
    'This PDF is locked with a password.',
    'Open it in a PDF reader, save a copy without the password, and try again with that copy.',
  ],
  unreadable: ['We could not read this file as a PDF: it may be damaged, or another kind of file.', AGAIN],
}

/** A PDF that could not be read within the limits; the message, what was found and what to do, is for a person. */
export class UnreadablePdf extends Error {
  readonly trouble: Trouble
  readonly found: string
  readonly remedy: string
  constructor(trouble: Trouble) {
    const [found, remedy] = words[trouble]
    super(`${found} ${remedy}`)
    this.trouble = trouble
    this.found = found
    this.remedy = remedy
  }
}

const asksForTooMuch = (error: unknown): boolean =>
  error instanceof RangeError && /allocat|invalid (typed )?array length|invalid string length/i.test(error.message)

/** What a failure to read a PDF comes from. */
export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof Error && /password/i.test(error.message)) return 'password'
  return asksForTooMuch(error) ? 'memory' : 'unreadable'
}
