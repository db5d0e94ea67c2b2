import { walkPages } from './walkPages.ts'

walkPages([
  ['a phone in the dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ['a tablet', { viewport: { width: 768, height: 1024 }, reducedMotion: 'reduce' }],
])
