import { WIDGET } from './plainForm.ts'
import { changed, swap, trap } from './trap.ts'

/** Fields and widgets that stand where no list of fields leads to. */
export const strayTraps = {
  'fields only in a page’s annotations': trap(
    changed((objects) => ({ 6: swap(objects[6], '10 0 R 11 0 R 12 0 R 13 0 R', '11 0 R') })),
  ),
  'fields only in a page’s annotations, and no form at all': trap(
    changed((objects) => ({ 1: swap(objects[1], '/AcroForm 6 0 R', '') })),
  ),
  'a widget that is written straight into the list of annotations': trap(
    changed((objects) => ({
      3: swap(objects[3], 'Annots[10 0 R', `Annots[${objects[10]}`),
      6: swap(objects[6], 'Fields[10 0 R ', 'Fields['),
      10: 'null',
    })),
  ),
  'a widget that is written straight into its field': trap(
    changed((objects) => ({
      6: swap(objects[6], 'Fields[10 0 R', 'Fields[30 0 R'),
      3: swap(objects[3], 'Annots[10 0 R ', 'Annots['),
      30: `<</T(name)/FT/Tx/Kids[<<${WIDGET}/Rect[50 700 300 722]/Parent 30 0 R>>]>>`,
      10: 'null',
    })),
    { refused: /name/ },
  ),
  'a field that is written straight into the list of fields': trap(
    changed((objects) => ({
      6: swap(objects[6], 'Fields[10 0 R', 'Fields[<</T(name)/FT/Tx/Kids[10 0 R]>>'),
      10: swap(objects[10], '/FT/Tx/T(name)', '/FT/Tx'),
    })),
  ),
  'a widget that its parent does not know': trap(
    changed((objects) => ({
      6: swap(objects[6], 'Fields[10 0 R', 'Fields[30 0 R'),
      30: '<</T(name)/FT/Tx/Q 1/Kids[31 0 R]>>',
      31: '<</T(first)/Parent 30 0 R/Kids[32 0 R]>>',
      32: '<</Type/Annot/Subtype/Widget/F 4/P 3 0 R/Parent 31 0 R/Rect[350 700 500 722]>>',
      3: swap(objects[3], 'Annots[', 'Annots[32 0 R '),
      10: swap(objects[10], '/FT/Tx/T(name)', '/T(second)/Parent 30 0 R'),
    })),
    { values: { 'name.first': 'Żółć', 'name.second': 'Łukasz' }, words: ['Żółć', 'Łukasz'] },
  ),
  'a widget without a name that its parent does not know': trap(
    changed((objects) => ({ 13: swap(objects[13], 'Kids[14 0 R 15 0 R]', 'Kids[14 0 R]') })),
    { values: { colour: 'blue' }, words: [] },
  ),
  'a widget whose parent is the tree of pages': trap(
    changed((objects) => ({
      3: swap(objects[3], 'Annots[', 'Annots[30 0 R '),
      30: `<<${WIDGET}/Parent 2 0 R/Rect[350 700 400 722]>>`,
    })),
  ),
}
