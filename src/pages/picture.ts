import { whenOpen } from './open.ts'
import { askerOf, fillFor, hasNoForm } from './released.ts'

const WIDTH_PX = { normal: 1240, large: 2480 }

/** A page of the filled form as a picture (PNG), at 150 or 300 pixels an inch of A4. */
export const picture = whenOpen(async (site, request) => {
  const notFound = { page: 'not-found', status: 404, view: {} } as const
  if (hasNoForm(site, request)) return notFound
  const filled = await fillFor(site, request, 'final')
  const number = Number(request.params.page)
  if (!Number.isInteger(number) || number < 1 || number > filled.pages) return notFound
  const width = request.query.size === 'large' ? WIDTH_PX.large : WIDTH_PX.normal
  const file = await site.pictures.picture(filled.bytes, number, width, askerOf(request))
  return { file, type: 'image/png', name: `page-${number}.png`, save: false }
})
