import { changed, swap, trap } from './trap.ts'

const name = (part: string, other: string) => changed((objects) => ({ 10: swap(objects[10], part, other) }))

/** Where fields stand, and whether anybody sees them. */
export const placeTraps = {
  'a rectangle inside out': trap(name('[50 700 300 722]', '[300 722 50 700]')),
  'a rectangle with negative corners on a page with such': trap(
    changed((objects) => ({
      3: swap(objects[3], '[0 0 612 792]', '[612 792 -100 -100]'),
      10: swap(objects[10], '[50 700 300 722]', '[-80 -60 200 -84]'),
    })),
  ),
  'turned a quarter left': trap(name('[50 700 300 722]', '[320 500 342 700]/MK<</R 90>>')),
  'turned upside down': trap(name('/FT', '/MK<</R 180/BC[0 0 1]/BG[0.9 0.9 1]>>/FT')),
  'turned a quarter right': trap(name('[50 700 300 722]', '[320 500 342 700]/MK<</R 270>>')),
  'a ground too dark for black words': trap(name('/FT', '/MK<</BG[0 0 0.3]>>/FT')),
  'a thick edge': trap(name('/FT', '/MK<</BC[1 0 0]>>/BS<</W 6/S/S>>/FT')),
  'a hidden field': trap(name('/F 4', '/F 6'), { values: { name: 'Ann' }, refused: /hidden|seen/ }),
  'a field without a size': trap(name('[50 700 300 722]', '[50 700 50 700]'), {
    values: { name: 'Ann' },
    refused: /hidden|seen|size/,
  }),
  'a field beside its page': trap(name('[50 700 300 722]', '[-300 700 -50 722]'), {
    values: { name: 'Ann' },
    refused: /hidden|seen/,
  }),
  'a field that stands on no page': trap(
    changed((objects) => ({ 3: swap(objects[3], 'Annots[10 0 R ', 'Annots[') })),
    {
      values: { name: 'Ann' },
      refused: /page|seen/,
    },
  ),
  'a hidden place beside one that is seen': trap(
    changed((objects) => ({
      6: swap(objects[6], 'Fields[10 0 R', 'Fields[31 0 R'),
      3: swap(objects[3], 'Annots[', 'Annots[32 0 R '),
      31: '<</T(name)/FT/Tx/Kids[10 0 R 32 0 R]>>',
      10: swap(objects[10], '/FT/Tx/T(name)', '/Parent 31 0 R'),
      32: '<</Type/Annot/Subtype/Widget/F 2/Parent 31 0 R/P 3 0 R/Rect[350 700 400 722]>>',
    })),
  ),
  'a field for the screen alone': trap(name('/F 4', '/F 0')),
  'a box lower than a line of text': trap(name('[50 700 300 722]', '[50 700 300 707]')),
  'a box narrower than a letter': trap(name('[50 700 300 722]', '[50 700 53 722]')),
}
