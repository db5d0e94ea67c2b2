import { utf16 } from './fieldTraps.ts'
import { changed, swap, trap } from './trap.ts'

const list = (flags: number, more = '') =>
  changed((objects) => ({
    16: swap(objects[16], '/Ff 131072', `/Ff ${flags}${more}`).replace('380 300 400', '300 300 400'),
  }))

/** Lists: ones that drop down, ones that stay open, ones that take words of one’s own. */
export const listTraps = {
  'a list that drops down, by what it shows': trap(() => changed(() => ({}))(), {
    values: { ward: 'The Village' },
    reads: { ward: 'village' },
    refused: /village/,
  }),
  'a list without export values': trap(
    changed((objects) => ({
      16: swap(objects[16], '[[(heath)(Heath Ward)][(village)(The Village)]]', `[(Heath)${utf16('Žižkov')}]`),
    })),
    {
      values: { ward: 'Žižkov' },
      words: ['Žižkov'],
    },
  ),
  'an editable list, an entry': trap(list((1 << 17) | (1 << 18)), {
    values: { ward: 'village' },
    words: ['The Village'],
  }),
  'an editable list, words of one’s own': trap(list((1 << 17) | (1 << 18)), {
    values: { ward: 'Łódź' },
    words: ['Łódź'],
  }),
  'a list that stays open': trap(list(0), { values: { ward: 'village' }, words: ['The Village'] }),
  'a list that takes several': trap(list(1 << 21), {
    values: { ward: ['heath', 'village'] },
    words: ['Heath Ward', 'The Village'],
  }),
  'a list that takes several, one of them': trap(list(1 << 21), {
    values: { ward: ['village'] },
    reads: { ward: 'village' },
    words: ['The Village'],
  }),
  'a list that has something chosen': trap(list(1 << 21, '/V[(heath)]/I[0]/TI 1'), {
    values: { ward: 'village' },
    words: ['The Village'],
  }),
  'several of a list that takes one': trap(list(0), { values: { ward: ['heath', 'village'] }, refused: /one/ }),
  'a list without entries': trap(
    changed((objects) => ({ 16: swap(objects[16], '/Opt[[(heath)(Heath Ward)][(village)(The Village)]]', '') })),
    {
      values: { ward: 'x' },
      refused: /ward/,
    },
  ),
}
