import { type Objects, stream } from './source.ts'

const box = (dict: string, cross: string): string => stream(cross, `/Type/XObject/Subtype/Form/BBox[0 0 14 14]${dict}`)

/** What a widget on the first page has in common with all. */
export const WIDGET = '/Type/Annot/Subtype/Widget/F 4/P 3 0 R'

const button = (state: string): string => `/AP<</N<</${state} 20 0 R/Off 21 0 R>>>>`

/**
 * A form of one page with a field of every kind, as hand-written source: `name` (a line), `why` (many lines), `agree` (a tick, Yes),
 * `colour` (a radio: red, blue), `ward` (a list that drops down: heath, village).
 */
export const plainForm = (): Objects => ({
  1: '<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R>>',
  2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R/Annots[10 0 R 11 0 R 12 0 R 14 0 R 15 0 R 16 0 R]>>',
  4: stream('BT /F1 12 Tf 50 740 Td (A printed form) Tj ET'),
  5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  6: '<</Fields[10 0 R 11 0 R 12 0 R 13 0 R 16 0 R]/DA(/Helv 0 Tf 0 g)/DR<</Font<</Helv 5 0 R>>>>>>',
  10: `<<${WIDGET}/FT/Tx/T(name)/Rect[50 700 300 722]>>`,
  11: `<<${WIDGET}/FT/Tx/T(why)/Ff 4096/Rect[50 500 300 650]>>`,
  12: `<<${WIDGET}/FT/Btn/T(agree)/Rect[50 460 64 474]/AS/Off/V/Off${button('Yes')}>>`,
  13: '<</FT/Btn/T(colour)/Ff 32768/V/Off/Kids[14 0 R 15 0 R]>>',
  14: `<<${WIDGET}/Parent 13 0 R/Rect[50 420 64 434]/AS/Off${button('red')}>>`,
  15: `<<${WIDGET}/Parent 13 0 R/Rect[90 420 104 434]/AS/Off${button('blue')}>>`,
  16: `<<${WIDGET}/FT/Ch/T(ward)/Ff 131072/Opt[[(heath)(Heath Ward)][(village)(The Village)]]/Rect[50 380 300 400]>>`,
  20: box('', '0 0 0 RG 2 w 2 2 m 12 12 l 2 12 m 12 2 l S'),
  21: box('', ''),
})

/** A value for each field of it, and the words that then stand on its page. */
export const plainValues = {
  name: 'Łukasz Żółć',
  why: 'First (line) \\\nSecond: Ελένη, Дарья',
  agree: 'Yes',
  colour: 'blue',
  ward: 'village',
}

export const plainWords = ['Łukasz Żółć', 'First (line) \\', 'Second: Ελένη, Дарья', 'The Village']
