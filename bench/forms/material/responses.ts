import { chance } from '../../../test/promises/chance.ts'
import { buttonPlaces, textPlaces } from './places.ts'
import { inAscii, words } from './words.ts'

/** In which letters answers are written. */
export type Text = 'ASCII' | 'Latin Extended'

export const texts: Text[] = ['ASCII', 'Latin Extended']

/** What one person says: text by field; for a tick 'Yes' or '', for a choice the option. */
export type Response = { texts: Record<string, string>; buttons: Record<string, string> }

// Half of what the form's boxes hold.
const LENGTH = { one: 44, many: 400 }

const sayUpTo = (letters: number, random: () => number): string => {
  let said = ''
  for (;;) {
    const word = words[Math.floor(random() * words.length)] ?? ''
    if (said.length + word.length + 2 > letters) return `${said}.`
    said += said === '' ? word : ` ${word}`
  }
}

/** The n-th person's answers to all 40 fields. The same n says the same in both texts, letter for letter. */
export const responseOf = (text: Text, n: number): Response => {
  const random = chance(n)
  const write = (words: string) => (text === 'ASCII' ? inAscii(words) : words)
  const answers = textPlaces.map(({ name, lines }, index) => {
    const said = index === 0 ? `Odpověď ${n}, děkuji.` : sayUpTo(LENGTH[lines], random)
    return [name, write(said)] as const
  })
  const buttons: Record<string, string> = {}
  for (const { name, option, kind } of buttonPlaces) {
    if (kind === 'tick') buttons[name] = random() < 0.5 ? option : ''
    else if (!buttons[name] || random() < 0.5) buttons[name] = option
  }
  return { texts: Object.fromEntries(answers), buttons }
}

/** The answers of the first `count` people. */
export const responsesOf = (text: Text, count: number): Response[] =>
  Array.from({ length: count }, (_, n) => responseOf(text, n))
