import { z } from 'zod'
import { checkAnswers } from '../consultation/checkAnswers.ts'
import { answers } from '../questionnaire/answers.ts'
import type { PageRequest } from './request.ts'
import type { Site } from './site.ts'
import { jsonIn } from './tabletPost.ts'
import { whenTablet } from './whenTablet.ts'

const asked = z.strictObject({
  reference: z
    .string()
    .regex(/^[0-9A-Z]{8}$/)
    .nullable(),
  answers,
})

const WIDTHS_PX = [1240, 2480]

const CANNOT = { json: { words: 'There are no pictures of this just now.' }, status: 422 }

/** The final copy of what a tablet has open, filled here to the same bytes as there; null where that cannot be. */
const fillAsked = async (site: Site, { file }: PageRequest) => {
  const read = asked.safeParse(file && jsonIn(file.bytes))
  // Before anything slow is done with them: what could not have been typed is not looked at.
  if (!read.success || checkAnswers('', read.data.answers, site.consultation.questionnaire).length > 0) return null
  const isUnprintable = Object.values(read.data.answers).some(
    (said) => site.form.missing([said].flat().join('\n')).length > 0,
  )
  return isUnprintable ? null : site.form.fill(read.data.answers, read.data.reference, 'final', { keep: false })
}

/** The pages of what a tablet has open, as another reader shows them. Nothing of it is kept. */
export const tabletPages = whenTablet(async (site, request, shift) => {
  const filled = await fillAsked(site, request)
  return filled ? { json: await site.pictures.read(filled, { visitor: shift.id }) } : CANNOT
})

/** One of these pages as a picture (PNG). */
export const tabletPicture = whenTablet(async (site, request, shift) => {
  const filled = await fillAsked(site, request)
  const [page, width] = [Number(request.params.page), Number(request.query.width)]
  if (!filled || !WIDTHS_PX.includes(width) || !Number.isInteger(page) || page < 1 || page > filled.pages) return CANNOT
  const file = await site.pictures.picture(filled.bytes, page, width, { visitor: shift.id })
  return { file, type: 'image/png', name: `page-${page}.png`, save: false }
})
