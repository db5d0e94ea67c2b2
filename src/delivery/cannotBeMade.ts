/** No message can be made of a letter. The message says why, in words that name no answer; somebody has to look. */
export class CannotBeMade extends Error {
  override name = 'CannotBeMade'
}
