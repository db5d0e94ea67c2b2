import { NotThisForm } from '../pdf/boxes/answersFrom.ts'
import { broughtPage, readBrought } from './brought.ts'
import { comeBackPage } from './comeBack.ts'
import type { PageOutcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Controller } from './site.ts'

const refuse = (request: PageRequest, text: string): PageOutcome => ({
  ...comeBackPage(request),
  status: 422,
  problems: [{ field: 'form', text }],
})

/** Reads the PDF that was brought back and shows what stands in it; nothing is kept yet. */
export const bringBack: Controller = async (site, request) => {
  if (!request.file) return refuse(request, 'Choose the PDF that you downloaded here and filled in.')
  try {
    const { answers, problems } = readBrought(site, await site.form.answersIn(request.file.bytes))
    if (Object.keys(answers).length > 0) {
      return { ...broughtPage(site, request, answers, problems), status: problems.length > 0 ? 422 : 200 }
    }
    return refuse(
      request,
      'We read this PDF and found no answers in it. Save it in your PDF reader first, then bring it back.',
    )
  } catch (error) {
    if (error instanceof NotThisForm) return refuse(request, error.message)
    throw error
  }
}
