import { whenOpen } from './open.ts'
import { fillFor, hasNoForm } from './released.ts'

/** One page of the filled form, large, on a page of ours that leads back. */
export const enlarged = whenOpen(async (site, request) => {
  const number = Number(request.params.page)
  const pages = hasNoForm(site, request) ? 0 : (await fillFor(site, request, 'final')).pages
  if (!Number.isInteger(number) || number < 1 || number > pages) return { page: 'not-found', status: 404, view: {} }
  const neighbour = (other: number) => (other >= 1 && other <= pages ? `/check/pages/${other}` : null)
  const src = `/check/pages/${number}.png?size=large`
  const view = { number, of: pages, src, before: neighbour(number - 1), after: neighbour(number + 1) }
  return { page: 'enlarged', view }
})
