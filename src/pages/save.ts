import { keptUntil } from './consent.ts'
import { nothingYet } from './nothingYet.ts'
import { whenOpen } from './open.ts'

/** The ways back to one's answers: this browser's own private link and return code, made with the first saved answer. */
export const save = whenOpen(async (site, { key, response, query, now }) => {
  if (!response.reference) return nothingYet(site)
  const view = {
    site: new URL(site.publicUrl).host,
    link: `${site.publicUrl}/r/${await site.responses.linkOf(key)}`,
    code: await site.responses.returnCodeOf(key),
    reference: response.reference,
    marked: site.consultation.boxes.marks.reference !== undefined,
    until: keptUntil(site, response.savedAt ?? now),
    print: query.print === 'yes',
  }
  return { page: 'save', view }
})

/** Closes the answers in this browser; they stay kept, and the link and the code open them again. */
export const leave = whenOpen(async (site, { key }) => {
  await site.responses.leave(key)
  return { redirect: '/', key: { drop: true } }
})
