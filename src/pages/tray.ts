import { inGroups } from '../responses/alphabet.ts'
import type { Waiting } from '../stall/stall.ts'
import type { PageRequest } from './request.ts'
import type { Site } from './site.ts'
import { sidesIn, whenAtTray } from './trayAt.ts'
import { hindrance } from './trayReady.ts'
import { joined, namedIn, trayRow } from './trayRows.ts'
import type { TrayView } from './trayViews.ts'

/** How many responses one run takes: some 750 sheets. */
const TOGETHER = 250

const MANY = 30

/** What waits for print, and what waits but cannot be printed, with why. */
const sorted = async (site: Site, tray: Waiting[]) => {
  const waiting = tray.filter(({ printedAt }) => printedAt === null)
  const whys = await Promise.all(
    waiting.map(async (one) => hindrance(site, one, await site.responses.byId(one.responseId))),
  )
  return {
    waiting: waiting.filter((_, at) => whys[at] === null),
    cannot: waiting.flatMap(({ reference }, at) => {
      const why = whys[at]
      return typeof why === 'string' ? [{ grouped: inGroups(reference), why }] : []
    }),
  }
}

const doneIn = ({ query }: PageRequest): string | null => {
  if (!/^\d{1,4}$/.test(query.done ?? '')) return null
  const done = Number(query.done)
  if (done === 0) return 'Nothing was ticked off. They still wait here.'
  return done === 1 ? 'One response is ticked off.' : `${done} responses are ticked off.`
}

/** A stall's tray, by reference and minute. */
export const showTray = whenAtTray(async (site, request, at) => {
  const { stall, home, back, over, sides } = at
  const tray = await at.tray()
  const { waiting, cannot } = await sorted(site, tray)
  const printed = tray.filter(({ printedAt }) => printedAt !== null)
  const newest = printed.toSorted((one, other) => (other.printedAt ?? 0) - (one.printedAt ?? 0))
  const view: TrayView = {
    ...{ stall: stall.name, tray: `${home}/tray`, back, sides, cannot },
    waiting: waiting.map((one) => trayRow(site, one)),
    together: Math.min(waiting.length, TOGETHER),
    many: waiting.length > MANY,
    printed: newest.map((one) => trayRow(site, one)),
    closed: stall.closedAt !== null,
    over,
    done: doneIn(request),
  }
  return { page: 'tray', view }
})

/** Makes a run of all that waits, or of one; or keeps how the printer is fed. */
export const pressTray = whenAtTray(async (site, request, at) => {
  const { home, sides, keepSides } = at
  const chosen = sidesIn(request)
  const wanted = request.fields.print?.[0]
  if (wanted === undefined) {
    if (chosen) await keepSides(chosen)
    return { redirect: `${home}/tray?sides=${chosen ?? sides}` }
  }
  const tray = await at.tray()
  const { waiting } = await sorted(site, tray)
  const some = wanted === 'all' ? waiting.slice(0, TOGETHER) : namedIn(tray, wanted)
  if (some.length === 0) return { redirect: `${home}/tray?sides=${sides}` }
  const of = joined(some.map(({ reference }) => reference))
  return { redirect: `${home}/tray/run?sides=${sides}&of=${of}` }
})
