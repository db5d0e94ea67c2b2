import type { Filled, OpenRequest, Site } from './site.ts'
import { unprintableOn } from './unprintable.ts'

/** A filled form whose rendered pages do not show every word; it is not given out. */
export class NotOnPaper extends Error {}

/** Pages of the questionnaire with characters that the form's fonts do not have. */
export const unprintablePages = (site: Site, { response }: OpenRequest) =>
  site.consultation.questionnaire.pages
    .map((page) => ({ page, characters: unprintableOn(site, page, response.answers).flatMap((on) => on.characters) }))
    .filter(({ characters }) => characters.length > 0)

/** The form filled with the answers as they are saved. */
export const fillFor = ({ form }: Site, { response }: OpenRequest): Promise<Filled> =>
  form.fill(response.answers, response.reference)

/**
 * The filled form and the text of its pages as another reader renders them, compared word by word with the answers.
 * Throws NotOnPaper, and gives nothing out, when a word is missing.
 */
export const releasedForm = async (site: Site, request: OpenRequest) => {
  const filled = await fillFor(site, request)
  const pages = await site.pictures.read(filled.bytes)
  const missing = site.form.readBack(
    pages.map((page) => page.text),
    filled.placements,
  )
  if (missing.length > 0) throw new NotOnPaper(`${missing.length} placements are not on the rendered pages`)
  return { ...filled, shown: pages }
}
