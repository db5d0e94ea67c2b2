import { median } from '../../../test/promises/figures.ts'
import { atMost } from '../../bars.ts'
import { withChild } from '../children/child.ts'
import { OURS } from '../peers/list.ts'
import type { Row } from '../rows.ts'
import type { FormRun, Found } from '../run.ts'

const STARTS = 7
const BAR_MS = 20

/** The very first fill after a start, each time in a fresh process; the slowest of them is held to the bar. */
export const measureFirstFill = async ({ forms, quick }: FormRun): Promise<Found> => {
  const [form, text] = ['fillable', 'Latin Extended'] as const
  const found: { ms: number; bytes: number; peakMiB: number }[] = []
  for (let start = 0; start < (quick ? 2 : STARTS); start += 1) {
    const once = await withChild('ours/firstFillProcess.ts', [form, text, forms[form]], async ({ ask }) => ({
      ...(await ask<{ ms: number; bytes: number }>('firstFill')),
      peakMiB: await ask<number>('peakMiB'),
    }))
    found.push(once)
  }
  const medianMs = median(found.map(({ ms }) => ms))
  const { bytes, peakMiB } = found[0]!
  const row: Row = {
    work: 'first fill',
    form,
    text,
    name: OURS,
    perSecond: 1000 / medianMs,
    medianMs,
    bytes,
    peakMiB,
    paper: null,
    embedded: null,
  }
  const slowest = Math.max(...found.map(({ ms }) => ms))
  return {
    rows: [row],
    figures: [atMost(`first fill after a start, slowest of ${found.length}`, slowest, BAR_MS, 'ms')],
  }
}
