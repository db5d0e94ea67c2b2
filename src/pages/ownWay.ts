import type { OwnWay } from '../delivery/deliveryStore.ts'
import { responseFileName } from '../delivery/responseFileName.ts'
import { nothingYet } from './nothingYet.ts'
import { whenOpen } from './open.ts'
import { hasNoForm, releasedForm } from './released.ts'

const OWN_WAYS: OwnWay[] = ['own-mailbox', 'post', 'hand']

/** Keeps what a person says that they did themselves, or takes it back, and shows where their response stands. */
export const sayOwnWay = whenOpen(async (site, { response, fields, now }) => {
  if (!response.reference) return nothingYet(site)
  const [said] = fields.way ?? []
  const way = said === 'none' ? null : OWN_WAYS.find((each) => each === said)
  if (way === undefined) return { redirect: '/send' }
  await site.sending.sayOwnWay(response.id, way, now)
  return { redirect: '/sent' }
})

/** A ready email for one's own mail program: the address, the words and the form are in it, and nobody has sent it yet. */
export const draft = whenOpen(async (site, request) => {
  const { consultation, sending } = site
  const { reference } = request.response
  if (!reference) return nothingYet(site)
  if (hasNoForm(site, request)) return { redirect: '/check' }
  const { bytes } = (await releasedForm(site, request, 'final')).filled
  const name = responseFileName(consultation, reference)
  const file = await sending.draft(request.response, { name, bytes })
  return { file, type: 'message/rfc822', name: name.replace(/\.pdf$/, '.eml'), save: true }
})
