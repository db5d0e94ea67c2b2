import { responseFileName } from '../delivery/responseFileName.ts'
import { whenOpen } from './open.ts'
import { hasNoForm, releasedForm } from './released.ts'

/** The filled form as a file: to save and fill on in any PDF reader, or, without fields, to show and print. */
export const takeForm = whenOpen(async (site, request) => {
  const { reference } = request.response
  if (!reference || request.params.file !== responseFileName(site.consultation, reference)) {
    return { page: 'not-found', status: 404, view: {} }
  }
  if (hasNoForm(site, request)) return { redirect: '/check' }
  const save = request.query.print !== 'yes'
  const { filled } = await releasedForm(site, request, save ? 'fillable' : 'final')
  return { file: [filled.head, filled.tail], type: 'application/pdf', name: request.params.file, save }
})
