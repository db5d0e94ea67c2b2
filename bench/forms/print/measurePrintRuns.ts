import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { median } from '../../../test/promises/figures.ts'
import { withChild } from '../children/child.ts'
import { PAGES, textPlaces } from '../material/places.ts'
import { type Response, responsesOf } from '../material/responses.ts'
import { allOnPaper } from '../paper.ts'
import type { Row } from '../rows.ts'
import type { FormRun, Found } from '../run.ts'
import { writeFilledFiles } from './filledFiles.ts'
import { fontBytes } from './fontBytes.ts'
import { installedMergers, merge } from './mergers.ts'
import { printBars } from './printBars.ts'
import { printers } from './printers.ts'

const LOOKS = 20
const OUR_ROUNDS = 3

type Measured = { name: string; ms: number[]; peakMiB: number | null; out: string }

/** Twenty responses of the run, the first and the last among them, as they should stand in its file. */
const paperOf = async (bytes: Uint8Array, responses: Response[]): Promise<string> => {
  const chosen = Array.from({ length: LOOKS }, (_, look) => Math.round((look * (responses.length - 1)) / (LOOKS - 1)))
  const looks = chosen.map((n) => ({ response: responses[n]!, first: n * PAGES }))
  return `${await allOnPaper(bytes, looks)}/${LOOKS * textPlaces.length}`
}

const rowOf = async ({ name, ms, peakMiB, out }: Measured, responses: Response[]): Promise<Row> => {
  const bytes = new Uint8Array(await readFile(out))
  const perSecond = (1000 * responses.length) / median(ms)
  const paper = await paperOf(bytes, responses)
  return {
    work: 'print run',
    form: 'fillable',
    text: 'Latin Extended',
    name,
    perSecond,
    medianMs: median(ms),
    bytes: bytes.length,
    peakMiB,
    paper,
    embedded: null,
  }
}

const inNode = (name: string, words: string[], out: string): Promise<Measured> =>
  withChild('print/printProcess.ts', [name, ...words, out], async ({ ask }) => {
    const ms: number[] = []
    const peaks: number[] = []
    for (let round = 0; round < (name === 'ours' ? OUR_ROUNDS : 1); round += 1) {
      ms.push((await ask<{ ms: number }>('run')).ms)
      peaks.push(await ask<number>('peakMiB'))
    }
    // The peak of one run: a process that printed before would hold more.
    return { name, ms, peakMiB: peaks[0]!, out }
  })

/** 500 responses as one PDF for print: ours and pdf-lib's from answers, the others from forms that were filled before. */
export const measurePrintRuns = async ({ forms, folder, quick }: FormRun): Promise<Found> => {
  const responses = responsesOf('Latin Extended', quick ? 50 : 500)
  const filled = join(folder, 'filled')
  const files = await writeFilledFiles(new Uint8Array(await readFile(forms.fillable)), responses, filled)
  const out = join(folder, 'run.pdf')
  const rows: Row[] = []
  let fonts = 0
  for (const name of Object.keys(printers)) {
    rows.push(await rowOf(await inNode(name, [forms.fillable, filled, String(responses.length)], out), responses))
    if (name === 'ours') fonts = await fontBytes(new Uint8Array(await readFile(out)))
  }
  for (const merger of installedMergers()) {
    const { ms, peakMiB } = await merge(merger, files, out)
    rows.push(await rowOf({ name: merger.name, ms: [ms], peakMiB, out }, responses))
  }
  await rm(filled, { recursive: true })
  return { rows, figures: printBars(rows, fonts, responses.length) }
}
