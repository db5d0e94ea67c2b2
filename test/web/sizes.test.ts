import { firstVisit, readyTablet } from '../stall/sizes.ts'
import { withHouse } from './withHouse.ts'

test('a first visit takes at most 250 kB, with every font that it may need', () =>
  withHouse(async ({ address }) => {
    const { files, bytes } = await firstVisit(address)
    expect(files.filter((path) => /\.(css|woff2)/.test(path)).length).toBeGreaterThan(2)
    expect(bytes).toBeLessThanOrEqual(250_000)
  }))

test('a tablet is ready for a day without signal after at most 3 MB, with fonts, templates and what fills forms', () =>
  withHouse(async ({ address }) => {
    const { files, bytes } = await readyTablet(address)
    for (const needed of ['/tablet/form.json', '.woff2', 'stall.css', 'stall.js'])
      expect([needed, files.some((path) => path.includes(needed))]).toEqual([needed, true])
    expect(bytes).toBeLessThanOrEqual(3_000_000)
  }))
