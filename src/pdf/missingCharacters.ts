import type { PreparedForm } from './prepareForm.ts'

/** The characters (whole graphemes) that the form's fonts cannot show, each once, in their order in the text. */
export const missingCharacters = (_prepared: PreparedForm, _text: string): string[] => {
  throw new Error('not yet')
}
