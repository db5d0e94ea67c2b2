import { type CopyName, type FilledForm, fill } from '../../src/pdf/fill.ts'
import { widthOfLine } from '../../src/pdf/setting/typeface.ts'
import { marks, ofLength, prepared } from './filledForm.ts'
import { lostOn, readByPdfium } from './readByPdfium.ts'
import { hex, objectsIn, tampered, words } from './tampered.ts'

const FIRST = 'I do walk there every day, and my gran does so too: it is the'
const SECOND = 'only counter that we have, and nobody here can be without it.'
const answers = { name: 'Łukasz', postcode: 'RM10 7XX', agree: 'no', why: `${FIRST}\n${SECOND}` }

const copies = ['fillable', 'final'] as const
const filled = (copy: CopyName, said: Record<string, string> = answers): FilledForm => fill(prepared, said, marks, copy)

type Hand = (object: string) => string

/** Changes the object that draws the answer to "why", and no other. */
const within =
  (from: string, to: string): Hand =>
  (object) =>
    object.includes(hex(FIRST)) ? object.replace(from, to) : object

const swapped =
  (one: string, other: string): Hand =>
  (object) =>
    object.replace(one, '*').replace(other, one).replace('*', other)

const over = (what: string): Hand => within('\nendstream', `\n${what}\nendstream`)

/** The field of "why" lies at 59.5, 399.5 and its appearance begins at 0, 0. */
const covered = (copy: CopyName, grey: number, [x, y, width, height]: [number, number, number, number]): Hand => {
  const [left, low] = copy === 'final' ? [59.5 + x, 399.5 + y] : [x, y]
  return over(`${grey} g ${left} ${low} ${width} ${height} re f`)
}

// From "v" to "y" of "every".
const [FOUR, WIDE] = ['I do walk there e', 'very'].map((text) => widthOfLine(prepared.regular, text, 11)) as [
  number,
  number,
]
const ALL: [number, number, number, number] = [0, 0, 401, 161]
const unseen = [`unseen: ${FIRST}`, `unseen: ${SECOND}`]

describe.each(copies)('of a %s copy', (copy) => {
  test('that nobody touched, nothing is missed', async () => {
    expect(await lostOn(filled(copy))).toEqual([])
  })

  test.each<[string, Hand, string[]]>([
    ['a letter that is another', words('gran', 'gram'), [`unread: ${FIRST}`]],
    ['a letter that is missing', words('every', 'very'), [`unread: ${FIRST}`]],
    ['a word more', words('I do', 'I do not'), [`unread: ${FIRST}`]],
    ['the same words in another order', words('nobody here', 'here nobody'), [`unread: ${SECOND}`]],
    ['a line that was dropped', words(SECOND, ''), [`unread: ${SECOND}`]],
    ['lines that changed places', swapped(hex(FIRST), hex(SECOND)), [`unread: ${FIRST}`, `unread: ${SECOND}`]],
    ['a line on another height', (object) => object.replace('4 132.25 Tm', '4 100 Tm'), [`unread: ${SECOND}`]],
    ['a line further on', (object) => object.replace('4 132.25 Tm', '8 132.25 Tm'), [`unread: ${SECOND}`]],
    ['white letters', within('BT 0 g', 'BT 1 g'), unseen],
    ['letters without ink', within('BT 0 g', 'BT 0 g 3 Tr'), unseen],
    ['letters beyond the edge of what is shown', within('0 0 401 161 re W n', '0 0 401 20 re W n'), unseen],
    ['black on black', within('0 0 401 161 re W n', '0 0 401 161 re W n 0 g 0 0 401 161 re f'), unseen],
    ['what lies under a white rectangle', covered(copy, 1, ALL), unseen],
    ['what lies under a black rectangle', covered(copy, 0, ALL), unseen],
    ['what lies under a grey rectangle', covered(copy, 0.7, ALL), unseen],
    ['one line under a rectangle', covered(copy, 1, [0, 128, 401, 13]), [`unseen: ${SECOND}`]],
    ['most of a word under a rectangle', covered(copy, 1, [4 + FOUR, 140, WIDE, 18]), [`unseen: ${FIRST}`]],
    ['one word under a rectangle', covered(copy, 1, [0, 140, 29, 18]), [`unseen: ${FIRST}`]],
  ])('%s: is found', async (_, hand, lost) => {
    expect(await lostOn(tampered(filled(copy), hand))).toEqual(lost)
  })

  test('words in the field of another question are found', async () => {
    const [name, postcode] = objectsIn(filled(copy)).flatMap((object) => /\/AP<<\/N (\d+) 0 R/.exec(object)?.[1] ?? [])
    const hand =
      copy === 'final' ? swapped('59.5 699.5 cm', '319.5 699.5 cm') : swapped(`/N ${name} 0 R`, `/N ${postcode} 0 R`)
    expect(await lostOn(tampered(filled(copy), hand))).toEqual(['unread: Łukasz', 'unread: RM10 7XX'])
  })

  describe('that goes on to other pages', () => {
    const long = filled(copy, { why: ofLength(9000) })
    const last = long.expected.lines.at(-1)!

    test('a letter on the last of them is found', async () => {
      const changed = last.text.replace(/\w/, (letter) => (letter === 'x' ? 'y' : 'x'))
      expect(await lostOn(tampered(long, words(last.text, changed)))).toEqual([`unread: ${last.text}`])
    })

    test('a page that is not there is found, line by line', async () => {
      const lines = long.expected.lines.filter(({ page }) => page === last.page)
      const hand: Hand = (object) => object.replace(/ \d+ 0 R\]\/Count (\d+)/, (_, count) => `]/Count ${count - 1}`)
      const { pages, missing } = await readByPdfium(tampered(long, hand))
      expect(pages).toHaveLength(long.pages - 1)
      expect(missing.map(({ missing, how }) => `${how} ${missing}`)).toEqual(lines.map(({ text }) => `unread ${text}`))
    })
  })
})
