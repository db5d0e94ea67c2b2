import { sayNumber } from '../organisers/ledgerWords.ts'
import { inGroups } from '../responses/alphabet.ts'
import type { Sides } from '../stall/stall.ts'
import type { PageRequest } from './request.ts'
import type { PictureAsker } from './site.ts'
import { whenAtTray } from './trayAt.ts'
import { type Ready, readyOf } from './trayReady.ts'
import { joined, namedIn, trayRow } from './trayRows.ts'
import { slipOf } from './traySlip.ts'

const askerOf = (stallId: string, { signal }: PageRequest): PictureAsker => ({
  visitor: `stall ${stallId}`,
  ...(signal ? { signal } : {}),
})

/** The paper for some responses, each with a slip on a sheet of its own. */
const saySheets = (ready: Ready[], sides: Sides): string => {
  const each = ready.map(({ pages }) => (sides === 'two' ? Math.ceil(pages / 2) : pages) + 1)
  const sheets = each.reduce((sum, more) => sum + more, 0)
  const printed = sides === 'two' ? 'printed on both sides' : 'printed on one side'
  return sheets === 1 ? `1 sheet, ${printed}` : `${sayNumber(sheets)} sheets, ${printed}`
}

/** A print run that is ready, with its paper and its file; asks whether all came out. */
export const showTrayRun = whenAtTray(async (site, request, { stall, home, sides }) => {
  const some = namedIn(await site.stalls.tray(stall.id), request.query.of)
  if (some.length === 0) return { redirect: `${home}/tray?sides=${sides}` }
  const { ready, left } = await readyOf(site, some, askerOf(stall.id, request))
  const of = joined(ready.map(({ waiting }) => waiting.reference))
  return {
    page: 'tray-run',
    view: {
      ...{ tray: `${home}/tray`, sides, sheets: saySheets(ready, sides) },
      run: `${home}/tray/run?sides=${sides}&of=${of}`,
      responses: ready.map(({ waiting }) => trayRow(site, waiting)),
      file: `${home}/tray/run.pdf?sides=${sides}&of=${of}`,
      left: left.map(({ waiting, why }) => ({ grouped: inGroups(waiting.reference), why })),
    },
  }
})

/** The run itself, as a PDF to print. */
export const trayFile = whenAtTray(async (site, request, { stall, sides }) => {
  const some = namedIn(await site.stalls.tray(stall.id), request.query.of)
  const { ready } = await readyOf(site, some, askerOf(stall.id, request))
  if (ready.length === 0) return { page: 'not-found', status: 404, view: {} }
  const responses = ready.map(({ waiting, response }) => ({
    answers: response.answers,
    reference: waiting.reference,
    slip: slipOf(site, waiting, request.now),
  }))
  const file = await site.form.printRun(responses, { duplex: sides === 'two' })
  return { file, type: 'application/pdf', name: 'to-print.pdf', save: false }
})

/** Ticks off what came out of the printer: all of a run, or those that were chosen. */
export const tickOff = whenAtTray(async (site, { fields, query, now }, { stall, home, sides }) => {
  const names = fields.came?.[0] === 'all' ? query.of : joined(fields.out ?? [])
  const some = namedIn(await site.stalls.tray(stall.id), names)
  const ids = some.map(({ responseId }) => responseId)
  if (ids.length > 0) await site.stalls.printed(stall.id, ids, now)
  return { redirect: `${home}/tray?sides=${sides}&done=${ids.length}` }
})
