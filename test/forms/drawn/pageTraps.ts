import { stream } from './source.ts'
import { changed, swap, trap } from './trap.ts'

const page = (part: string, other: string, more: Record<number, string> = {}) =>
  changed((objects) => ({ 3: swap(objects[3], part, other), ...more }))

const levels = (count: number) =>
  changed((objects) => {
    const tree: Record<number, string> = { 2: '<</Type/Pages/Kids[100 0 R]/Count 1>>' }
    for (let level = 0; level < count; level++) {
      const parent = level === 0 ? 2 : 99 + level
      const kid = level === count - 1 ? 3 : 101 + level
      tree[100 + level] = `<</Type/Pages/Parent ${parent} 0 R/Kids[${kid} 0 R]/Count 1>>`
    }
    return { ...tree, 3: swap(objects[3], '/Parent 2 0 R', `/Parent ${99 + count} 0 R`) }
  })

const INHERITED = '/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>'

/** Pages, and how they are kept in the file. */
export const pageTraps = {
  'what a page inherits': trap(
    changed((objects) => ({
      2: '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]/CropBox[10 10 602 782]/Rotate 90/Resources<</Font<</F1 5 0 R>>>>>>',
      3: swap(objects[3], INHERITED, ''),
    })),
  ),
  'no /MediaBox': trap(page('/MediaBox[0 0 612 792]', '')),
  'a /MediaBox inside out': trap(page('[0 0 612 792]', '[612 792 0 0]')),
  'a page that begins elsewhere': trap(page('[0 0 612 792]', '[-50 -50 700 900]/CropBox[20 20 590 780]')),
  'turned 90': trap(page('/MediaBox', '/Rotate 90/MediaBox')),
  'turned 180': trap(page('/MediaBox', '/Rotate 180/MediaBox')),
  'turned -90': trap(page('/MediaBox', '/Rotate -90/MediaBox')),
  'turned 450': trap(page('/MediaBox', '/Rotate 450/MediaBox')),
  'a unit larger than a point': trap(page('/MediaBox', '/UserUnit 2/MediaBox')),
  'a page too small to go on to': trap(
    changed((objects) => ({
      3: swap(objects[3], '[0 0 612 792]', '[0 0 90 90]'),
      10: swap(objects[10], '[50 700 300 722]', '[5 5 85 25]'),
    })),
    {
      values: { name: 'Far too long for a box of eighty points, and so it goes on to another page' },
      words: ['another page'],
    },
  ),
  'no content': trap(page('/Contents 4 0 R', '')),
  'content in parts': trap(
    page('/Contents 4 0 R', '/Contents[30 0 R 31 0 R]', {
      30: stream('BT /F1 12 Tf 50 740 Td'),
      31: stream('(A printed form) Tj ET'),
    }),
  ),
  'content in a list elsewhere': trap(page('/Contents 4 0 R', '/Contents 30 0 R', { 30: '[4 0 R]' })),
  'content that is null': trap(page('/Contents 4 0 R', '/Contents 30 0 R', { 30: 'null' })),
  'no /Resources': trap(page('/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R', '')),
  '/Resources that pages share': trap(
    changed((objects) => ({
      2: '<</Type/Pages/Kids[3 0 R 30 0 R]/Count 2>>',
      3: swap(objects[3], '/Resources<</Font<</F1 5 0 R>>>>', '/Resources 31 0 R'),
      30: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources 31 0 R/Contents 4 0 R>>',
      31: '<</Font 32 0 R>>',
      32: '<</F1 5 0 R>>',
    })),
  ),
  'a tree of forty levels': trap(levels(40)),
  'pages without /Type': trap(
    changed((objects) => ({ 3: swap(objects[3], '/Type/Page', ''), 2: '<</Kids[3 0 R]/Count 1>>' })),
  ),
  'a wrong /Count': trap(changed(() => ({ 2: '<</Type/Pages/Kids[3 0 R]/Count 7>>' }))),
  'no /Count': trap(changed(() => ({ 2: '<</Type/Pages/Kids[3 0 R]>>' }))),
  'a page that is listed twice': trap(changed(() => ({ 2: '<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>' }))),
  'widgets that do not say on which page they are': trap(
    changed((objects) => ({ 10: swap(objects[10], '/P 3 0 R', ''), 11: swap(objects[11], '/P 3 0 R', '/P 99 0 R') })),
  ),
  'a transformation left behind': trap(
    page('/Contents 4 0 R', '/Contents 30 0 R', { 30: stream('0.5 0 0 -0.5 0 792 cm q') }),
  ),
}
