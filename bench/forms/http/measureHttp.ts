import { median } from '../../../test/promises/figures.ts'
import { atLeast, atMost, told } from '../../bars.ts'
import { withChild } from '../children/child.ts'
import { textPlaces } from '../material/places.ts'
import { responseOf } from '../material/responses.ts'
import { onPaper } from '../paper.ts'
import { COPY, OURS, PDF_LIB } from '../peers/list.ts'
import type { Row } from '../rows.ts'
import type { FormRun, Found } from '../run.ts'

const CONNECTIONS = 8
const BAR = 1000

type Load = { perSecond: number; medianMs: number; wrong: number }
type Measured = { row: Row; wrong: number }

const measureServer = (name: string, { forms, quick }: FormRun): Promise<Measured> =>
  withChild(
    'http/formServer.ts',
    [name, forms.fillable],
    (server) =>
      withChild('http/loadProcess.ts', [], async ({ ask }) => {
        const url = await server.ask<string>('address')
        const response = responseOf('Latin Extended', await server.ask<number>('next'))
        const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
        const paper = name === COPY ? null : `${await onPaper(bytes, response)}/${textPlaces.length}`
        await ask('load', url, CONNECTIONS, 1)
        const loads: Load[] = []
        for (let round = 0; round < (quick ? 1 : 3); round += 1)
          loads.push(await ask<Load>('load', url, CONNECTIONS, quick ? 1 : 3))
        const middle = (of: 'perSecond' | 'medianMs') => median(loads.map((load) => load[of]))
        const measured = { perSecond: middle('perSecond'), medianMs: middle('medianMs'), bytes: bytes.length }
        const kind = { work: 'http', form: 'fillable', text: 'Latin Extended', name } as const
        const row: Row = { ...kind, ...measured, peakMiB: await server.ask<number>('peakMiB'), paper, embedded: null }
        return { row, wrong: loads.reduce((sum, load) => sum + load.wrong, 0) }
      }),
    'first core',
  )

/** Forms filled in the request by Express 5 on one core: ours in two writes, pdf-lib's, and a copy of ready bytes. */
export const measureHttp = async (run: FormRun): Promise<Found> => {
  const own = await measureServer(OURS, run)
  const pdfLib = await measureServer(PDF_LIB, run)
  const copy = await measureServer(COPY, run)
  return {
    rows: [own.row, pdfLib.row, copy.row],
    figures: [
      atLeast('HTTP, one core: filled forms', own.row.perSecond, BAR, 'a second'),
      told(`HTTP, one core: ${PDF_LIB} in the request`, pdfLib.row.perSecond, 'a second'),
      atMost('HTTP: wrong answers', own.wrong + pdfLib.wrong + copy.wrong, 0, ''),
    ],
  }
}
