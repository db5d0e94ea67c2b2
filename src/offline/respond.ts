import { sayClosing } from '../consultation/closing.ts'
import { layoutOf } from '../pages/layoutOf.ts'
import type { Outcome, PageOutcome } from '../pages/outcome.ts'
import type { LayoutView } from '../pages/viewParts.ts'
import type { TabletHouse } from './house.ts'

const REHEARSED = 'Rehearsal. Nothing is sent to anybody.'

/** Who sees the answer: how large they read and whether somebody uses the tablet, and when (ms, UTC). */
export type Around = { stall: LayoutView['stall']; open: boolean; now: number }

const pageOf = (house: TabletHouse, outcome: PageOutcome, { stall, open, now }: Around): Response => {
  const { consultation } = house.site
  const layout = layoutOf(consultation, outcome, {
    ...{ stall, open, sent: false, token: '', closing: sayClosing(consultation, now) },
    rehearsal: house.pack.rehearsed ? REHEARSED : null,
  })
  // Page by page alike, but TypeScript cannot see which view goes with which name.
  const html = house.page(outcome.page, outcome.view as never, layout)
  const headers = { ...house.pack.headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(html, { status: outcome.status ?? 200, headers })
}

const fileOf = (house: TabletHouse, { file, type, name, save }: Extract<Outcome, { file: unknown }>): Response => {
  const disposition = `${save ? 'attachment' : 'inline'}; filename="${name}"`
  const headers = { ...house.pack.headers, 'content-type': type, 'content-disposition': disposition }
  return new Response(new Blob([file].flat() as Uint8Array<ArrayBuffer>[]), {
    headers: { ...headers, 'cache-control': 'no-store' },
  })
}

const goTo = (request: Request, address: string): Response =>
  request.headers.has('stall')
    ? Response.json({ go: address }, { headers: { 'cache-control': 'no-store' } })
    : Response.redirect(new URL(address, request.url).href, 303)

/** Gives an outcome to the tablet's browser, as `web/answer.ts` gives it to any other. */
export const respond = (house: TabletHouse, request: Request, outcome: Outcome, around: Around): Response => {
  if ('redirect' in outcome) return goTo(request, outcome.redirect)
  if ('file' in outcome) return fileOf(house, outcome)
  if ('page' in outcome) return pageOf(house, outcome, around)
  return new Response(null, { status: 204 })
}
