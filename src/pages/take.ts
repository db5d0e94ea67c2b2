import { lastPostingDay } from '../consultation/closing.ts'
import { dayOf, sayDay } from '../consultation/moments.ts'
import { sayBlanks } from './blanks.ts'
import { formFile, responseFileName } from './formFile.ts'
import { nothingYet } from './nothingYet.ts'
import { whenOpen } from './open.ts'
import { releasedForm, unprintablePages } from './released.ts'
import type { TakeView } from './views.ts'

/** The ways to take the filled form along: download, print and post, one's own mailbox. */
export const take = whenOpen(async (site, request) => {
  const { consultation } = site
  const { reference, answers } = request.response
  if (!reference) return nothingYet(site)
  if (unprintablePages(site, request).length > 0) return { redirect: '/check' }

  const { bytes } = await releasedForm(site, request)
  const lastDay = lastPostingDay(consultation)
  const href = `/take/${responseFileName(consultation, reference)}`
  const view: TakeView = {
    reference,
    marked: consultation.boxes.marks.reference !== undefined,
    download: formFile(consultation, href, bytes.length),
    print: `${href}?print=yes`,
    post: {
      lines: consultation.post.lines,
      lastDay: sayDay(lastDay),
      lastDayPassed: dayOf(request.now, consultation.timeZone) > lastDay,
      workingDays: consultation.posting.workingDays,
    },
    email: { address: consultation.email.address, note: consultation.email.note ?? null },
    blanks: sayBlanks(consultation.questionnaire, answers),
  }
  return { page: 'take', view }
})

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
