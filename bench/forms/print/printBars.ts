import { atLeast, atMost, type Figure, told } from '../../bars.ts'
import { isWhole, type Row } from '../rows.ts'

const MB = 1e6

/** Our print run beside the fastest that loses no answer, its bytes beyond fonts, and its memory. */
export const printBars = (rows: Row[], fonts: number, responses: number): Figure[] => {
  const own = rows.find(({ name }) => name === 'ours')!
  const peers = rows.filter((row) => row !== own && isWhole(row)).toSorted((a, b) => b.perSecond - a.perSecond)
  const [best] = peers
  return [
    told(`${responses} responses for print`, own.medianMs, 'ms'),
    ...(best
      ? [
          atLeast(
            `the same beside ${best.name}, the fastest that loses nothing`,
            own.perSecond / best.perSecond,
            1,
            '×',
          ),
        ]
      : []),
    atMost('their bytes beyond fonts', (own.bytes - fonts) / MB, 4, 'MB'),
    atMost('their peak memory', own.peakMiB ?? Number.POSITIVE_INFINITY, 200, 'MiB'),
  ]
}
