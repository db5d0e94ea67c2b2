import { type Objects, stream, writePdf } from './source.ts'

/** What a page's content leaves behind for whatever is drawn after it. */
const LEFT: Record<string, (print: string) => string> = {
  nothing: (print) => `q ${print} Q`,
  'a state': (print) => `q ${print}`,
  'two states with a matrix each': (print) => `q 0.5 0 0 0.5 0 0 cm ${print} q 0 2 -2 0 300 0 cm`,
  'a state too many restored': (print) => `q ${print} Q Q`,
  'a matrix, after a state too many was restored': (print) => `Q 0.5 0 0 0.5 20 20 cm ${print}`,
  'a matrix and a state, after a state too many was restored': (print) => `Q 2 0 0 2 0 0 cm q 3 0 0 3 0 0 cm ${print}`,
  'a matrix that scales and flips': (print) => `0.24 0 0 -0.24 0 792 cm ${print}`,
  'a matrix that mirrors': (print) => `-1 0 0 1 612 0 cm ${print}`,
  'a clip': (print) => `${print} 0 0 10 10 re W n`,
  'a clip, after a state too many was restored': (print) => `Q ${print} 0 0 10 10 re W n`,
  'letters without ink, wide apart': (print) => `${print} 1 1 1 rg 1 1 1 RG 3 Tr 300 Tz 9 Tc 99 w [1 9] 0 d`,
  'the same, after a state too many was restored': (print) =>
    `Q ${print} 1 1 1 rg 1 1 1 RG 3 Tr 300 Tz 9 Tc 99 w [1 9] 0 d`,
  'all but nothing to be seen through': (print) => `Q ${print} /G1 gs`,
  'a string that looks like operators': (print) => `q ${print} BT (\\) Q Q Q q \\( 9 0 0 9 0 0 cm) Tj ET Q`,
  'a picture that looks like operators': (print) => `q ${print} q BI /W 1 /H 8 /BPC 8 /CS /G ID Q Q Q q  EI Q Q`,
}

const TURNS = [0, 90, 180, 270]

const BOXES: Record<string, string> = {
  'a media box at 0': '/MediaBox[0 0 612 792]',
  'a crop box elsewhere': '/MediaBox[0 0 612 792]/CropBox[36 54 500 700]',
  'a media box below 0, upside down': '/MediaBox[400 600 -200 -192]',
}

/** A page without fields, by what is odd about it. */
export type FlatPage = { name: string; width: number; height: number; turn: number }

const sizeOf = (boxes: string): [number, number] => {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (/\[([^\]]*)\]$/.exec(boxes)?.[1] ?? '').split(' ').map(Number)
  return [Math.abs(x2 - x1), Math.abs(y2 - y1)]
}

const every = Object.entries(LEFT).flatMap(([left, content]) =>
  Object.entries(BOXES).flatMap(([box, boxes]) =>
    TURNS.map((turn) => {
      const [across, up] = sizeOf(boxes)
      const [width, height] = turn % 180 === 0 ? [across, up] : [up, across]
      return { name: `leaves ${left}, has ${box}, turned ${turn}`, content, boxes, turn, width, height }
    }),
  ),
)

/** Every odd page there is, in the order of `flatForm`. */
export const flatPages: FlatPage[] = every.map(({ name, width, height, turn }) => ({ name, width, height, turn }))

/** A form of all odd pages, with ink and no field. */
export const flatForm = (): Uint8Array => {
  const numbers = every.map((_, index) => 10 + 2 * index)
  const objects: Objects = {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: `<</Type/Pages/Kids[${numbers.map((one) => `${one} 0 R`).join(' ')}]/Count ${numbers.length}/Resources 3 0 R>>`,
    3: '<</Font<</F1 4 0 R>>/ExtGState<</G1<</ca 0.01/CA 0.01>>>>>>',
    4: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  }
  for (const [index, { content, boxes, turn }] of every.entries()) {
    const number = numbers[index] as number
    objects[number] = `<</Type/Page/Parent 2 0 R${boxes}/Rotate ${turn}/Contents ${number + 1} 0 R>>`
    objects[number + 1] = stream(content('BT /F1 12 Tf 60 80 Td (Printed) Tj ET'))
  }
  return writePdf(objects)
}
