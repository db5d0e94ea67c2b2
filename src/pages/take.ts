import { responseFileName } from '../delivery/responseFileName.ts'
import { whenOpen } from './open.ts'
import { releasedForm, unprintablePages } from './released.ts'

/** The filled form as a file: to save under its name, or to show and print. */
export const takeForm = whenOpen(async (site, request) => {
  const { reference } = request.response
  if (!reference || request.params.file !== responseFileName(site.consultation, reference)) {
    return { page: 'not-found', status: 404, view: {} }
  }
  if (unprintablePages(site, request).length > 0) return { redirect: '/check' }
  const { bytes } = await releasedForm(site, request)
  return { file: bytes, type: 'application/pdf', name: request.params.file, save: request.query.print !== 'yes' }
})
