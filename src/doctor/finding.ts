/** What one look at a set-up found: what it was about, how it stands, in a sentence, and what to do where it is not fine. */
export type Finding = { about: string; level: 'fine' | 'doubtful' | 'wrong'; words: string; remedy: string | null }

/** All is well. */
export const fine = (about: string, words: string): Finding => ({ about, level: 'fine', words, remedy: null })

/** It may be well: somebody has to look. */
export const doubtful = (about: string, words: string, remedy: string): Finding => {
  return { about, level: 'doubtful', words, remedy }
}

/** Responses would be lost, late or laid open. */
export const wrong = (about: string, words: string, remedy: string): Finding => {
  return { about, level: 'wrong', words, remedy }
}
