import { median } from '../../../test/promises/figures.ts'
import { atMost, type Figure } from '../../bars.ts'
import { withChild } from '../children/child.ts'
import { type FormKind, formKinds } from '../material/drawForm.ts'
import { type Text, texts } from '../material/responses.ts'
import { OURS } from '../peers/list.ts'
import type { Row } from '../rows.ts'
import type { FormRun, Found } from '../run.ts'

type Times = { times: number[]; missing: number; bytes: number }

const measureOne = ({ forms, quick }: FormRun, form: FormKind, text: Text) =>
  withChild('ours/readBackProcess.ts', [form, text, forms[form]], async ({ ask }) => {
    await ask('readBack', 4)
    const { times, missing, bytes } = await ask<Times>('readBack', quick ? 4 : 40)
    const spent = times.reduce((sum, ms) => sum + ms, 0)
    const measured = { perSecond: (1000 * times.length) / spent, medianMs: median(times), bytes }
    const row: Row = {
      work: 'read back',
      form,
      text,
      name: OURS,
      ...measured,
      peakMiB: await ask('peakMiB'),
      paper: null,
      embedded: null,
    }
    return { row, missing }
  })

/** The read-back of the copy that is sent: rendered by PDFium in the server's own worker, every word and tick looked for. */
export const measureReadBack = async (run: FormRun): Promise<Found> => {
  const found: { row: Row; missing: number }[] = []
  for (const form of formKinds) for (const text of texts) found.push(await measureOne(run, form, text))
  const missing = found.reduce((sum, one) => sum + one.missing, 0)
  const figures: Figure[] = [atMost('read back: words and ticks not seen', missing, 0, '')]
  return { rows: found.map(({ row }) => row), figures }
}
