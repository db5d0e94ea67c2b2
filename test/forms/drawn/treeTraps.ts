import { plainForm, WIDGET } from './plainForm.ts'
import { type Objects, writePdf } from './source.ts'
import { changed, swap, trap } from './trap.ts'

const thousand = (): Uint8Array => {
  const refs = Array.from({ length: 1000 }, (_, index) => `${100 + index} 0 R`).join(' ')
  const objects: Objects = {
    ...plainForm(),
    6: swap(plainForm()[6], 'Fields[', `Fields[${refs} `),
    3: swap(plainForm()[3], 'Annots[', `Annots[${refs} `),
  }
  for (let index = 0; index < 1000; index++) {
    const [column, row] = [index % 20, Math.floor(index / 20)]
    const [x, y] = [10 + column * 29, 10 + row * 7]
    objects[100 + index] = `<<${WIDGET}/FT/Tx/T(f${index})/Rect[${x} ${y} ${x + 28} ${y + 6.5}]>>`
  }
  return writePdf(objects)
}

/** How fields and widgets hang together. */
export const treeTraps = {
  'everything said by parents': trap(
    changed((objects) => ({
      6: swap(objects[6], 'Fields[10 0 R 11 0 R', 'Fields[30 0 R'),
      30: '<</T(person)/FT/Tx/Ff 4096/Q 2/DA(/Helv 11 Tf 0 g)/MaxLen 40/Kids[31 0 R 10 0 R]>>',
      31: '<</T(more)/Parent 30 0 R/Kids[11 0 R]>>',
      10: swap(objects[10], '/FT/Tx', '/Parent 30 0 R'),
      11: swap(objects[11], '/FT/Tx/T(why)/Ff 4096', '/T(why)/Parent 31 0 R'),
    })),
    {
      values: { 'person.name': 'Łukasz Żółć', 'person.more.why': 'One\nTwo', agree: 'Yes' },
      words: ['Łukasz Żółć', 'One', 'Two'],
    },
  ),
  'a value said by a parent': trap(
    changed((objects) => ({
      6: swap(objects[6], 'Fields[10 0 R', 'Fields[30 0 R'),
      30: '<</T(name)/FT/Tx/V(Old)/Kids[10 0 R]>>',
      10: swap(objects[10], '/FT/Tx/T(name)', '/Parent 30 0 R'),
    })),
  ),
  'one field in three places on two pages': trap(
    changed((objects) => ({
      2: '<</Type/Pages/Kids[3 0 R 30 0 R]/Count 2>>',
      30: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Annots[33 0 R]>>',
      6: swap(objects[6], 'Fields[10 0 R', 'Fields[31 0 R'),
      3: swap(objects[3], 'Annots[', 'Annots[32 0 R '),
      31: '<</T(name)/FT/Tx/Kids[10 0 R 32 0 R 33 0 R]>>',
      10: swap(objects[10], '/FT/Tx/T(name)', '/Parent 31 0 R'),
      32: '<</Type/Annot/Subtype/Widget/F 4/Parent 31 0 R/P 3 0 R/Rect[350 700 400 722]>>',
      33: '<</Type/Annot/Subtype/Widget/F 4/Parent 31 0 R/P 30 0 R/Rect[50 700 300 722]>>',
    })),
  ),
  'two fields of one name': trap(
    changed((objects) => ({
      6: swap(objects[6], 'Fields[', 'Fields[30 0 R '),
      3: swap(objects[3], 'Annots[', 'Annots[30 0 R '),
      30: `<<${WIDGET}/FT/Tx/T(name)/Rect[350 700 500 722]>>`,
    })),
  ),
  'widgets and fields among one another’s kids': trap(
    changed((objects) => ({
      6: swap(objects[6], 'Fields[10 0 R 11 0 R', 'Fields[30 0 R'),
      30: '<</T(name)/FT/Tx/Kids[10 0 R 11 0 R]>>',
      10: swap(objects[10], '/FT/Tx/T(name)', '/Parent 30 0 R'),
      11: swap(objects[11], '/FT', '/Parent 30 0 R/FT'),
    })),
    { values: { name: 'Ann', 'name.why': 'One' }, words: ['Ann', 'One'] },
  ),
  'everything by reference': trap(
    changed((objects) => ({
      3: swap(objects[3], 'Annots[10 0 R 11 0 R 12 0 R 14 0 R 15 0 R 16 0 R]', 'Annots 30 0 R'),
      30: '[10 0 R 11 0 R 12 0 R 14 0 R 15 0 R 16 0 R]',
      6: swap(objects[6], 'Fields[10 0 R 11 0 R 12 0 R 13 0 R 16 0 R]', 'Fields 31 0 R'),
      31: '[10 0 R 11 0 R 12 0 R 13 0 R 16 0 R]',
      10: `<<${WIDGET}/FT 32 0 R/T 33 0 R/Rect 34 0 R/Ff 35 0 R/MaxLen 36 0 R/Q 35 0 R>>`,
      32: '/Tx',
      33: '(name)',
      34: '[50 37 0 R 300 722]',
      35: '0',
      36: '40',
      37: '700',
      16: swap(objects[16], '[[(heath)(Heath Ward)][(village)(The Village)]]', ' 38 0 R'),
      38: '[39 0 R 40 0 R]',
      39: '[(heath)(Heath Ward)]',
      40: '[41 0 R(The Village)]',
      41: '(village)',
    })),
  ),
  'a thousand fields': trap(thousand, {
    values: Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, `ż${index}`])),
    words: ['ż0'],
  }),
  'a form that runs in circles': trap(
    changed((objects) => ({
      6: swap(objects[6], 'Fields[', 'Fields[30 0 R '),
      30: '<</T(round)/Parent 31 0 R/Kids[31 0 R]>>',
      31: '<</T(about)/Parent 30 0 R/Kids[30 0 R]>>',
    })),
  ),
  'broken entries among the fields': trap(
    changed((objects) => ({ 6: swap(objects[6], 'Fields[', 'Fields[null 99 0 R (x) 4 0 R << >> ') })),
  ),
}
