import { measureBytes, measurePages } from '../test/stall/measured.ts'
import { withTablet } from '../test/stall/withTablet.ts'
import { atMost, type Figure, told } from './bars.ts'

const KB = 1000

/** A tablet at a stall: what comes down to it, and how long its own pages take, in a real Chromium over HTTPS. */
export const measureTablets = async (): Promise<Figure[]> => {
  const figures: Figure[] = []
  await withTablet(async (stall) => {
    const { firstVisit, ready, tablet } = await measureBytes(stall)
    figures.push(
      atMost('first visit, nothing compressed', firstVisit / KB, 250, 'kB'),
      atMost('a tablet made ready for no signal', ready / KB, 3000, 'kB'),
    )
    for (const { path, ms, slowMs } of await measurePages(stall, tablet))
      figures.push(
        told(`${path} by the tablet itself`, ms, 'ms'),
        atMost(`${path}, 4 times as slow`, slowMs, 100, 'ms'),
      )
  })
  return figures
}
