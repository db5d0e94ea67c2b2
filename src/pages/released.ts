import type { FilledForm } from '../pdf/fill.ts'
import { lostOnPaper, NotOnPaper } from '../pdf/released.ts'
import type { OpenRequest, PictureAsker, Site } from './site.ts'
import { unprintableOn } from './unprintable.ts'

/** Pages of the questionnaire with characters that the form's fonts do not have. */
export const unprintablePages = (site: Site, { response }: OpenRequest) =>
  site.consultation.questionnaire.pages
    .map((page) => ({ page, characters: unprintableOn(site, page, response.answers).flatMap((on) => on.characters) }))
    .filter(({ characters }) => characters.length > 0)

/** Who asks, as the pictures know them. */
export const askerOf = ({ key, signal }: OpenRequest): PictureAsker => ({ visitor: key, ...(signal ? { signal } : {}) })

/** The form filled with the answers as they are saved. */
export const fillFor = ({ form }: Site, { response }: OpenRequest): Promise<FilledForm> =>
  form.fill(response.answers, response.reference)

/** The page titles of questions, as people know them. */
const titlesOf = ({ consultation }: Site, ids: (string | null)[]): string[] =>
  consultation.questionnaire.pages
    .filter(({ questions }) => questions.some(({ id }) => ids.includes(id)))
    .map(({ title }) => title)

/**
 * The filled form and the text of its pages as another reader renders them. Every word of the answers must have a place,
 * and every placed word must be on its rendered page; else throws NotOnPaper, and nothing is given out.
 */
export const releasedForm = async (site: Site, request: OpenRequest) => {
  const { questionnaire } = site.consultation
  const filled = await fillFor(site, request)
  const shown = await site.pictures.read(filled.bytes, askerOf(request))
  const texts = shown.map((page) => page.text)
  const lost = lostOnPaper(questionnaire, request.response.answers, filled, texts)
  if (lost.length > 0) throw new NotOnPaper(titlesOf(site, lost))
  return { ...filled, shown }
}
