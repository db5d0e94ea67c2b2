import type { PageOutcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Controller } from './site.ts'

/** The largest PDF that may be brought back, in bytes, and as it is said. */
export const LARGEST_PDF = { bytes: 8 * 1024 * 1024, words: '8 MB' }

/** The page to come back by: a return code, or the PDF that was downloaded. */
export const comeBackPage = ({ fields }: PageRequest): PageOutcome => ({
  page: 'come-back',
  view: { code: fields.code?.[0] ?? '', maximum: LARGEST_PDF.words },
})

const unknown = (text: string) => ({ status: 422, problems: [{ field: 'code', text }] })

const UNKNOWN_CODE =
  'We could not open answers with this. Look at each letter and figure again; if the answers were deleted, nobody can open them.'
const UNKNOWN_LINK =
  'This link opens nothing: it may have been cut short, or the answers were deleted. Try the return code instead.'

/** The page to come back by, with what was typed before if it is given back. */
export const showComeBack: Controller = (_site, request) => comeBackPage(request)

/** Opens in this browser the response that a return code opens. */
export const comeBack: Controller = async (site, request) => {
  const opened = await site.responses.comeBack('return-code', request.fields.code?.[0] ?? '', request.now)
  return opened
    ? { redirect: '/tasks', key: { carry: opened.key } }
    : { ...comeBackPage(request), ...unknown(UNKNOWN_CODE) }
}

/** The page behind a private link, the same for every link: a mail scanner that follows it opens nothing. */
export const showGoOn: Controller = (_site, { params }) => ({
  page: 'go-on',
  view: { action: `/r/${encodeURIComponent(params.link ?? '')}` },
})

/** Opens in this browser the response that a private link opens. */
export const goOn: Controller = async (site, request) => {
  const opened = await site.responses.comeBack('link', request.params.link ?? '', request.now)
  return opened
    ? { redirect: '/tasks', key: { carry: opened.key } }
    : { ...comeBackPage(request), ...unknown(UNKNOWN_LINK) }
}
