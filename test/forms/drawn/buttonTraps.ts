import { WIDGET } from './plainForm.ts'
import { changed, swap, trap } from './trap.ts'

const states = (...names: string[]) => `/AP<</N<<${names.map((one) => `/${one} 20 0 R`).join('')}/Off 21 0 R>>>>`

const group = (flags: number, kids: { state: string; x: number }[], more = '') =>
  changed((objects) => {
    const numbers = kids.map((_, index) => 40 + index)
    const refs = numbers.map((one) => `${one} 0 R`).join(' ')
    return {
      6: swap(objects[6], 'Fields[', 'Fields[30 0 R '),
      3: swap(objects[3], 'Annots[', `Annots[${refs} `),
      30: `<</FT/Btn/T(group)/Ff ${flags}/Kids[${refs}]${more}>>`,
      ...Object.fromEntries(
        kids.map(({ state, x }, index) => [
          numbers[index],
          `<<${WIDGET}/Parent 30 0 R/Rect[${x} 340 ${x + 14} 354]/AS/Off${state ? states(state) : ''}>>`,
        ]),
      ),
    }
  })

const RADIO = 1 << 15
const UNISON = (1 << 25) | RADIO
const at = (...names: string[]) => names.map((state, index) => ({ state, x: 50 + 40 * index }))
const none = { words: [] as string[] }

/** Ticks, radios, and what can be neither filled nor found. */
export const buttonTraps = {
  'a tick that exports another word than Yes': trap(
    changed((objects) => ({ 12: swap(objects[12], '/Yes', '/I#20agree') })),
    {
      values: { agree: 'I agree' },
      ...none,
    },
  ),
  'a tick whose state has an umlaut in UTF-8': trap(
    changed((objects) => ({ 12: swap(objects[12], '/Yes', '/Ja#c3#bc') })),
    {
      values: { agree: 'Jaü' },
      ...none,
    },
  ),
  'a tick whose state has an umlaut in Latin-1': trap(
    changed((objects) => ({ 12: swap(objects[12], '/Yes', '/Ja#fc') })),
    {
      values: { agree: 'Jaü' },
      ...none,
    },
  ),
  'a tick that is ticked already, unticked': trap(
    changed((objects) => ({ 12: swap(objects[12], '/AS/Off/V/Off', '/AS/Yes/V/Yes') })),
    { values: { agree: 'Off' }, reads: { agree: '' }, ...none },
  ),
  'a tick without appearances': trap(
    changed((objects) => ({ 12: swap(objects[12], '/AP<</N<</Yes 20 0 R/Off 21 0 R>>>>', '') })),
    {
      values: { agree: 'Yes' },
      ...none,
    },
  ),
  'a tick without appearances or state': trap(
    changed((objects) => ({ 12: swap(objects[12], '/AS/Off/V/Off/AP<</N<</Yes 20 0 R/Off 21 0 R>>>>', '') })),
    { values: { agree: 'Yes' }, ...none },
  ),
  'a tick without an appearance for Off': trap(
    changed((objects) => ({ 12: swap(objects[12], '/Off 21 0 R', '') })),
    {
      values: { agree: 'Yes' },
      ...none,
    },
  ),
  'a tick whose appearance is by reference': trap(
    changed((objects) => ({
      12: swap(objects[12], '/AP<</N<</Yes 20 0 R/Off 21 0 R>>>>', '/AP 31 0 R'),
      31: '<</N 32 0 R/D 32 0 R>>',
      32: '<</Yes 20 0 R/Off 21 0 R>>',
    })),
    { values: { agree: 'Yes' }, ...none },
  ),
  'a radio': trap(group(RADIO, at('one', 'two', 'three')), { values: { group: 'two' }, ...none }),
  'a radio that cannot be unchosen': trap(group(RADIO | (1 << 14), at('one', 'two')), {
    values: { group: 'two' },
    ...none,
  }),
  'a radio in unison: one state in two places': trap(group(UNISON, at('one', 'two', 'one')), {
    values: { group: 'one' },
    ...none,
  }),
  'a radio not in unison: one state in two places': trap(group(RADIO, at('one', 'two', 'one')), {
    values: { group: 'one' },
    ...none,
  }),
  'a radio that exports words': trap(group(RADIO, at('0', '1', '2'), '/Opt[(red)(green)(blue)]'), {
    values: { group: 'green' },
    ...none,
  }),
  'a radio that exports one word twice': trap(group(RADIO, at('0', '1', '2'), '/Opt[(red)(green)(red)]'), {
    values: { group: 'red' },
    ...none,
  }),
  'ticks that share a state and export words': trap(group(0, at('Yes', 'Yes', 'Yes'), '/Opt[(red)(green)(blue)]'), {
    values: { group: 'blue' },
    ...none,
  }),
  'ticks that share a state: all at once': trap(group(0, at('Yes', 'Yes')), { values: { group: 'Yes' }, ...none }),
  'ticks with a state each': trap(group(0, at('a', 'b', 'c')), { values: { group: 'b' }, ...none }),
  'a radio without appearances': trap(group(RADIO, at('', '', ''), '/Opt[(red)(green)(blue)]'), {
    values: { group: 'blue' },
    ...none,
  }),
  'a radio without appearances or exports': trap(group(RADIO, at('', '', '')), { values: { group: '2' }, ...none }),
  'a radio by its appearance state': trap(group(RADIO, at('0', '1', '2'), '/Opt[(red)(green)(blue)]'), {
    values: { group: '1' },
    reads: { group: 'green' },
    ...none,
  }),
  'a choice that is hidden among others that are seen': trap(
    changed((objects) => ({ 15: swap(objects[15], '/F 4', '/F 2') })),
    { values: { colour: 'blue' }, refused: /nobody sees/ },
  ),
  'a choice that is seen beside one that is hidden': trap(
    changed((objects) => ({ 15: swap(objects[15], '/F 4', '/F 2') })),
    { values: { colour: 'red' }, ...none },
  ),
  'a wrong state': trap(() => changed(() => ({}))(), { values: { agree: 'Perhaps' }, refused: /Perhaps/ }),
  'a button to press': trap(
    changed((objects) => ({ 12: swap(objects[12], '/FT/Btn', '/FT/Btn/Ff 65536') })),
    { values: { agree: 'Yes' }, refused: /button/ },
  ),
  'a signature': trap(
    changed((objects) => ({ 12: swap(objects[12], '/FT/Btn', '/FT/Sig').replace('/V/Off', '') })),
    { values: { agree: 'Ann' }, refused: /signature/ },
  ),
  'a name that is not there': trap(() => changed(() => ({}))(), { values: { nmae: 'Ann' }, refused: /name/ }),
}
