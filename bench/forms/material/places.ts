/** Where something stands on the bench's form: page from 1, points from the page's top left. */
export type Area = { page: number; x: number; y: number; width: number; height: number }

/** A text field, or a button (`option` one of its states). */
export type TextPlace = { name: string; area: Area; lines: 'one' | 'many' }
export type ButtonPlace = { name: string; option: string; group: string; area: Area; kind: 'tick' | 'radio' }

export const PAGES = 8
export const [WIDTH, HEIGHT] = [595, 842]
export const MARGIN = 50
const ONE_LINE = 22
const MANY_LINES = 128
const SPOT = 14

const pages = Array.from({ length: PAGES }, (_, index) => index + 1)

/** From the top of one text field of a page to the next: pages have two short and a long one, or one and two. */
const textsOf = (page: number): TextPlace[] => {
  const heights = page % 2 === 1 ? [ONE_LINE, ONE_LINE, MANY_LINES] : [ONE_LINE, MANY_LINES, MANY_LINES]
  let y = 300
  return heights.map((height, index) => {
    const area = { page, x: MARGIN, y, width: WIDTH - 2 * MARGIN, height }
    y += height + 26
    return { name: `text-${page}-${index + 1}`, area, lines: height === ONE_LINE ? 'one' : 'many' }
  })
}

const spot = (page: number, row: number, column: number): Area => {
  return { page, x: MARGIN + column * 120, y: 700 + row * 40, width: SPOT, height: SPOT }
}

/** Odd pages have two boxes to tick, even pages two questions with a choice of two. */
const buttonsOf = (page: number): ButtonPlace[] =>
  [0, 1].flatMap((row): ButtonPlace[] =>
    page % 2 === 1
      ? [
          {
            kind: 'tick',
            group: `ticks-${page}`,
            name: `tick-${page}-${row + 1}`,
            option: 'Yes',
            area: spot(page, row, 0),
          },
        ]
      : ['yes', 'no'].map((option, column) => {
          const name = `radio-${page}-${row + 1}`
          return { kind: 'radio', group: name, name, option, area: spot(page, row, column) }
        }),
  )

/** The 24 places for text, 12 of one line and 12 of many. */
export const textPlaces: TextPlace[] = pages.flatMap(textsOf)

/** The buttons of 8 ticks and 8 choices: with the texts, 40 fields. */
export const buttonPlaces: ButtonPlace[] = pages.flatMap(buttonsOf)
