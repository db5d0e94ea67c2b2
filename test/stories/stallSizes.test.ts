import { measureBytes } from '../stall/measured.ts'
import { withTablet } from '../stall/withTablet.ts'

const KB = 1000

test('a first visit and a tablet that is made ready fit through a bad signal', () =>
  withTablet(async (stall) => {
    const { firstVisit, ready } = await measureBytes(stall)
    expect(firstVisit).toBeGreaterThan(20 * KB)
    expect(firstVisit).toBeLessThanOrEqual(250 * KB)
    expect(ready).toBeGreaterThan(500 * KB)
    expect(ready).toBeLessThanOrEqual(3000 * KB)
  }))
