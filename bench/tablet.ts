import { measureTablet } from '../test/stall/measured.ts'
import { withTablet } from '../test/stall/withTablet.ts'
import { atMost, type Figure } from './bars.ts'

const KB = 1000
const SLOWED = 4

/** A tablet at a stall: what comes down to it, and how long its own pages take, in a real Chromium over HTTPS. */
export const measureTablets = async (): Promise<Figure[]> => {
  const figures: Figure[] = []
  await withTablet(async (stall) => {
    const { firstVisit, ready, pages } = await measureTablet(stall)
    figures.push(
      atMost('first visit, nothing compressed', firstVisit / KB, 250, 'kB'),
      atMost('a tablet made ready for no signal', ready / KB, 3000, 'kB'),
      ...pages.map(({ path, ms }) => atMost(`${path} by the tablet itself, times ${SLOWED}`, ms * SLOWED, 100, 'ms')),
    )
  })
  return figures
}
