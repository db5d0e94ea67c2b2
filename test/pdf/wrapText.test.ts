import { wrapParagraph, wrapText } from '../../src/pdf/setting/wrapText.js'

const one = () => 1

/** A small seeded generator, so that a failure can be met again. */
const dice = (seed: number) => {
  let state = seed
  return (sides: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % sides
  }
}

const LETTERS = [
  'a',
  'Ł',
  'e\u0323\u0302',
  '\u00a0',
  ' ',
  ' ',
  '  ',
  '-',
  '–',
  '’',
  '\n',
  'word',
  '\ud83d\ude00',
  'x'.repeat(30),
]

const randomText = (seed: number): string => {
  const roll = dice(seed)
  return Array.from({ length: 5 + roll(200) }, () => LETTERS[roll(LETTERS.length)]).join('')
}

describe('wrapText', () => {
  test('breaks between words, and keeps the space at the end of the line', () => {
    expect(wrapText('one two three', one, 8)).toEqual(['one two ', 'three'])
  })

  test('a word that fills the line to its last unit stays on it', () => {
    expect(wrapText('one two', one, 7)).toEqual(['one two'])
    expect(wrapText('one twos', one, 7)).toEqual(['one ', 'twos'])
  })

  test("keeps the writer's own line breaks and blank lines", () => {
    expect(wrapText('a\n\nb\n', one, 9)).toEqual(['a', '', 'b', ''])
  })

  test('breaks a word that is longer than the line', () => {
    expect(wrapText('abcdefgh', one, 3)).toEqual(['abc', 'def', 'gh'])
    expect(wrapText('I abcdefgh', one, 3)).toEqual(['I ', 'abc', 'def', 'gh'])
  })

  test('breaks after a hyphen within a word, not before a dash between spaces', () => {
    expect(wrapText('face-to-face', one, 9)).toEqual(['face-to-', 'face'])
    expect(wrapText('here – there', one, 7)).toEqual(['here – ', 'there'])
    expect(wrapText('I say – there', one, 6)).toEqual(['I ', 'say – ', 'there'])
  })

  test('never parts a letter from its marks, or the halves of a character', () => {
    expect(wrapText('e\u0323\u0302e\u0323\u0302', one, 1)).toEqual(['e\u0323\u0302', 'e\u0323\u0302'])
    expect(wrapText('\ud83d\ude00\ud83d\ude00', one, 1)).toEqual(['\ud83d\ude00', '\ud83d\ude00'])
  })

  test('of 500 random texts no character is lost and no line is too wide', () => {
    const widthOf = (unit: number): number => (/[\p{M}\udc00-\udfff]/u.test(String.fromCharCode(unit)) ? 0 : 1)
    const widthOfLine = (line: string) => Array.from({ length: line.length }, (_, at) => widthOf(line.charCodeAt(at)))
    for (let seed = 1; seed <= 500; seed++) {
      const text = randomText(seed)
      const width = 1 + (seed % 25)
      for (const paragraph of text.split('\n')) {
        const lines = wrapParagraph(paragraph, widthOf, width)
        expect(lines.join('')).toBe(paragraph)
        for (const line of lines) {
          const used = widthOfLine(line.replace(/ +$/, '')).reduce((sum, one) => sum + one, 0)
          expect(used).toBeLessThanOrEqual(width)
        }
      }
    }
  })

  test('does not look at the rest of the text for each line', () => {
    let asked = 0
    const counting = () => {
      asked += 1
      return 1
    }
    expect(wrapText('some words '.repeat(2000), counting, 80)).toHaveLength(286)
    expect(asked).toBe(22000)
  })
})
