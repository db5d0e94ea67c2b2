import { median } from '../../../test/promises/figures.ts'
import { atMost, told } from '../../bars.ts'
import { withChild } from '../children/child.ts'
import { OURS } from '../peers/list.ts'
import type { Row } from '../rows.ts'
import type { FormRun, Found } from '../run.ts'

const WARM = 1000
const MANY = 10_000
const BAR_MIB = 1

type Fills = { times: number[]; bytes: number }

/** Memory that is held after 10,000 people's forms, beside what was held after 1,000: heap and buffers, collected first. */
export const measureManyFills = ({ forms, quick }: FormRun): Promise<Found> => {
  const [form, text] = ['fillable', 'Latin Extended'] as const
  return withChild('ours/manyFillsProcess.ts', [form, text, forms[form]], async ({ ask }) => {
    const many = quick ? 2 * WARM : MANY
    await ask('fillUpTo', WARM)
    const early = await ask<number>('heldMiB')
    const { times, bytes } = await ask<Fills>('fillUpTo', many)
    const late = await ask<number>('heldMiB')
    const spent = times.reduce((sum, ms) => sum + ms, 0)
    const measured = { perSecond: (1000 * times.length) / spent, medianMs: median(times), bytes }
    const row: Row = {
      work: 'many fills',
      form,
      text,
      name: OURS,
      ...measured,
      peakMiB: await ask('peakMiB'),
      paper: null,
      embedded: null,
    }
    const figures = [
      told(`memory held after ${WARM.toLocaleString('en-GB')} fills`, early, 'MiB'),
      atMost(`more held after ${many.toLocaleString('en-GB')}`, late - early, BAR_MIB, 'MiB'),
    ]
    return { rows: [row], figures }
  })
}
