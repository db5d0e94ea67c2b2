import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillBars } from './fills/fillBars.ts'
import { measureFills } from './fills/measureFills.ts'
import { measureHttp } from './http/measureHttp.ts'
import { drawForm, formKinds } from './material/drawForm.ts'
import { measureFirstFill } from './ours/measureFirstFill.ts'
import { measureManyFills } from './ours/measureManyFills.ts'
import { measureReadBack } from './ours/measureReadBack.ts'
import { measurePrintRuns } from './print/measurePrintRuns.ts'
import type { FormRun, Found } from './run.ts'

const fills = async (run: FormRun): Promise<Found> => {
  const rows = await measureFills(run)
  return { rows, figures: fillBars(rows) }
}

const measurements = {
  fills,
  'first fill': measureFirstFill,
  'many fills': measureManyFills,
  'read back': measureReadBack,
  http: measureHttp,
  'print runs': measurePrintRuns,
}

/** Everything that is measured of filling forms, one after the other; `say` is told what comes next. */
export const measureForms = async (quick: boolean, say: (what: string) => void): Promise<Found> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-forms-'))
  try {
    const [fillable, flat] = formKinds.map((kind) => join(folder, `${kind}.pdf`)) as [string, string]
    for (const kind of formKinds) await writeFile(join(folder, `${kind}.pdf`), await drawForm(kind))
    const found: Found = { rows: [], figures: [] }
    for (const [name, measure] of Object.entries(measurements)) {
      say(name)
      const { rows, figures } = await measure({ folder, forms: { fillable, flat }, quick })
      found.rows.push(...rows)
      found.figures.push(...figures)
    }
    return found
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
