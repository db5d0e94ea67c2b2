import { encode } from 'uqr'
import type { QrView } from './stallViews.ts'

/** White modules around a code, as many as readers ask for. */
const QUIET = 4

const runsIn = (row: boolean[], y: number): string => {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []))
  return starts
    .map((x) => {
      const end = row.indexOf(false, x)
      const width = (end < 0 ? row.length : end) - x
      return `M${x} ${y}h${width}v1h-${width}z`
    })
    .join('')
}

/** A text, such as an address, as a QR code that reads though a seventh of it is soiled. */
export const qrOf = (text: string): QrView => {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  return { size, path: data.map(runsIn).join('') }
}
