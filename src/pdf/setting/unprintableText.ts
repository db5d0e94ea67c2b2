/** Thrown before a form is made: characters that no font of ours has. `question` is an id, or what the words are. */
export class UnprintableText extends Error {
  readonly question: string
  readonly characters: string[]

  constructor(question: string, characters: string[]) {
    super(`The form's fonts cannot show ${characters.join(' ')} (in ${question})`)
    this.name = 'UnprintableText'
    this.question = question
    this.characters = characters
  }
}
