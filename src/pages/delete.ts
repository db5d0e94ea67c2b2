import { hasSent } from './hasSent.ts'
import { whenOpen } from './open.ts'
import type { Controller } from './site.ts'

/** Asks once more before everything is deleted. */
export const showDelete = whenOpen(async (site, { response }) => ({
  page: 'delete',
  view: { reference: response.reference, sent: await hasSent(site, response) },
}))

/** Deletes the response with all its answers and keys, at once and for good. */
export const deleteAll = whenOpen(async (site, { response, now }) => {
  await site.responses.forget(response.id, now)
  return { redirect: '/deleted', key: { drop: true } }
})

/** Says that everything was deleted. */
export const showDeleted: Controller = () => ({ page: 'deleted', view: {} })
