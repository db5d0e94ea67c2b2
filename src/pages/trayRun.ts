import { sayNumber } from '../organisers/ledgerWords.ts'
import { inGroups } from '../responses/alphabet.ts'
import type { Response } from '../responses/response.ts'
import type { Sides } from '../stall/stall.ts'
import type { PageRequest } from './request.ts'
import type { PictureAsker } from './site.ts'
import { type TrayAt, whenAtTray } from './trayAt.ts'
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

/** What a run's address names, when its page was made (ms, UTC), and the address of a page made anew. */
const runIn = ({ query }: PageRequest, { home, sides }: Pick<TrayAt, 'home' | 'sides'>) => {
  const [of = '', at = ''] = [query.of, query.at]
  const anew = (names: string) => `${home}/tray/run?sides=${sides}&of=${names}`
  return { of, at: /^\d{1,15}$/.test(at) ? Number(at) : Number.POSITIVE_INFINITY, anew }
}

const isSince = (response: Response | null, at: number): boolean => (response?.savedAt ?? 0) > at

/** A print run that is ready, with its paper and its file; asks whether all came out. */
export const showTrayRun = whenAtTray(async (site, request, at) => {
  const { stall, home, sides } = at
  const some = namedIn(await at.tray(), request.query.of)
  if (some.length === 0) return { redirect: `${home}/tray?sides=${sides}` }
  const { ready, left } = await readyOf(site, some, askerOf(stall.id, request))
  const named = `sides=${sides}&at=${request.now}&of=${joined(ready.map(({ waiting }) => waiting.reference))}`
  return {
    page: 'tray-run',
    view: {
      ...{ tray: `${home}/tray`, sides, sheets: saySheets(ready, sides) },
      run: `${home}/tray/run?${named}`,
      responses: ready.map(({ waiting }) => trayRow(site, waiting)),
      file: `${home}/tray/run.pdf?${named}`,
      left: left.map(({ waiting, why }) => ({ grouped: inGroups(waiting.reference), why })),
    },
  }
})

/** The run itself, as a PDF to print; where it would not hold what its page said, that page anew. */
export const trayFile = whenAtTray(async (site, request, at) => {
  const { stall, sides } = at
  const run = runIn(request, at)
  const { ready } = await readyOf(site, namedIn(await at.tray(), run.of), askerOf(stall.id, request))
  if (ready.length === 0) return { page: 'not-found', status: 404, view: {} }
  const isOther = joined(ready.map(({ waiting }) => waiting.reference)).length !== run.of.length
  if (isOther || ready.some(({ response }) => isSince(response, run.at))) return { redirect: run.anew(run.of) }
  const responses = ready.map(({ waiting, response }) => ({
    answers: response.answers,
    reference: waiting.reference,
    slip: slipOf(site, waiting, request.now),
  }))
  const file = await site.form.printRun(responses, { duplex: sides === 'two' })
  return { file, type: 'application/pdf', name: 'to-print.pdf', save: false }
})

/**
 * Ticks off what came out of the printer: all of a run, or those that were chosen. What its person changed since the page of
 * the run was made may not be what came out: it stays, and is offered for print anew.
 */
export const tickOff = whenAtTray(async (site, request, at) => {
  const { stall, home, sides } = at
  const run = runIn(request, at)
  const names = request.fields.came?.[0] === 'all' ? run.of : joined(request.fields.out ?? [])
  const some = namedIn(await at.tray(), names)
  const said = await Promise.all(some.map(({ responseId }) => site.responses.byId(responseId)))
  const changed = some.filter((_, n) => isSince(said[n] ?? null, run.at))
  const ids = some.filter((one) => !changed.includes(one)).map(({ responseId }) => responseId)
  if (ids.length > 0) await site.stalls.printed(stall.id, ids, request.now)
  if (changed.length > 0) return { redirect: run.anew(joined(changed.map(({ reference }) => reference))) }
  return { redirect: `${home}/tray?sides=${sides}&done=${ids.length}` }
})
