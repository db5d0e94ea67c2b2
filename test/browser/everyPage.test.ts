import { walkPages } from './walkPages.ts'

walkPages([
  ['320 pixels, or 1280 at 400 % zoom', { viewport: { width: 320, height: 256 } }],
  ['a wide screen', { viewport: { width: 1280, height: 900 } }],
])
