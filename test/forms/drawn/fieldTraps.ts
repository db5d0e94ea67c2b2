import { changed, swap, trap } from './trap.ts'

/** Text as a string in UTF-16, in hexadecimal digits. */
export const utf16 = (text: string): string =>
  `<feff${[...text].map((letter) => Array.from({ length: letter.length }, (_, at) => letter.charCodeAt(at).toString(16).padStart(4, '0')).join('')).join('')}>`

const name = (part: string, other: string) => changed((objects) => ({ 10: swap(objects[10], part, other) }))

const LONG = 'a single line that is far too long for its box and must go on elsewhere, whole '.repeat(40).trim()

/** Fields that are written into: their names, and what is said of them. */
export const fieldTraps = {
  'no /DA anywhere': trap(
    changed((objects) => ({ 6: swap(objects[6], '/DA(/Helv 0 Tf 0 g)/DR<</Font<</Helv 5 0 R>>>>', '') })),
  ),
  'a /DA that names a font that is not there': trap(name('/FT/Tx', '/FT/Tx/DA(/Gone 0 Tf 1 0 0 rg)')),
  NeedAppearances: trap(changed((objects) => ({ 6: swap(objects[6], '/DA', '/NeedAppearances true/DA') }))),
  'a name with a space, a hash and brackets': trap(name('(name)', '(na me #20 \\(1\\) [x] /y)'), {
    values: { 'na me #20 (1) [x] /y': 'Żółć' },
    words: ['Żółć'],
  }),
  'a name in UTF-16, with an umlaut and an emoji': trap(name('(name)', utf16('Größe 🚀')), {
    values: { 'Größe 🚀': 'Żółć' },
    words: ['Żółć'],
  }),
  'a name in PDFDocEncoding': trap(name('(name)', '(Gr\\366\\337e \\240)'), {
    values: { 'Größe €': 'Żółć' },
    words: ['Żółć'],
  }),
  'a name called __proto__': trap(name('(name)', '(__proto__)'), {
    values: JSON.parse('{"__proto__": "Żółć"}'),
    reads: JSON.parse('{"__proto__": "Żółć"}'),
    words: ['Żółć'],
  }),
  'MaxLen 0': trap(name('/FT/Tx', '/FT/Tx/MaxLen 0')),
  'MaxLen, a text that is longer': trap(name('/FT/Tx', '/FT/Tx/MaxLen 5')),
  'a comb': trap(name('/FT/Tx', '/FT/Tx/MaxLen 14/Ff 16777216')),
  'a comb without MaxLen': trap(name('/FT/Tx', '/FT/Tx/Ff 16777216')),
  'a comb, a text longer than its cells': trap(name('/FT/Tx', '/FT/Tx/MaxLen 5/Ff 16777216')),
  'a comb whose cells are narrower than letters': trap(name('/FT/Tx', '/FT/Tx/MaxLen 120/Ff 16777216')),
  'a comb, a text of two lines': trap(name('/FT/Tx', '/FT/Tx/MaxLen 20/Ff 16777216'), {
    values: { name: 'one\ntwo' },
    words: ['one two'],
  }),
  'a password field': trap(name('/FT/Tx', '/FT/Tx/Ff 8192')),
  'a field to read only': trap(name('/FT/Tx', '/FT/Tx/Ff 1')),
  'rich text': trap(name('/FT/Tx', '/FT/Tx/Ff 33554432/RV(<body><p>Old</p></body>)/DS(font: 9pt)/V(Old)')),
  'an old value as a stream': trap(
    changed((objects) => ({
      10: swap(objects[10], '/FT', '/V 30 0 R/FT'),
      30: '<</Length 3>>\nstream\nOld\nendstream',
    })),
  ),
  'an old value, and an old appearance': trap(name('/FT/Tx', '/FT/Tx/V(Old)/AP<</N 20 0 R>>')),
  'a very long line': trap(name('(name)', '(name)'), { values: { name: LONG }, words: ['a single line'] }),
}
