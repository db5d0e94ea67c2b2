import type { CopyName, FilledForm } from '../pdf/fill.ts'
import { lostOnPaper, NotOnPaper } from '../pdf/seeing/released.ts'
import { unfittingIn } from '../questionnaire/unfitting.ts'
import type { OpenRequest, PictureAsker, Site } from './site.ts'
import { unprintableOn } from './unprintable.ts'

/** Pages of the questionnaire with characters that the form's fonts do not have. */
export const unprintablePages = (site: Site, { response }: OpenRequest) =>
  site.consultation.questionnaire.pages
    .map((page) => ({ page, characters: unprintableOn(site, page, response.answers).flatMap((on) => on.characters) }))
    .filter(({ characters }) => characters.length > 0)

/** True while no form says the same as the answers: a letter is missing, or no question takes an answer as it is. */
export const hasNoForm = (site: Site, request: OpenRequest): boolean =>
  unprintablePages(site, request).length > 0 ||
  unfittingIn(site.consultation.questionnaire, request.response.answers).length > 0

/** Who asks, as the pictures know them. */
export const askerOf = ({ key, signal }: OpenRequest): PictureAsker => ({ visitor: key, ...(signal ? { signal } : {}) })

/** A copy of the form, filled with the answers as they are saved. */
export const fillFor = ({ form }: Site, { response }: OpenRequest, copy: CopyName): Promise<FilledForm> =>
  form.fill(response.answers, response.reference, copy)

/** The page titles of questions, as people know them. */
export const titlesOf = ({ consultation }: Site, ids: (string | null)[]): string[] =>
  consultation.questionnaire.pages
    .filter(({ questions }) => questions.some(({ id }) => ids.includes(id)))
    .map(({ title }) => title)

/**
 * A filled form and its pages as another reader renders them. Every word of the answers must have a place, and every word and
 * tick must be seen where it was placed; else throws NotOnPaper, and nothing is given out.
 */
export const releasedForm = async (site: Site, request: OpenRequest, copy: CopyName) => {
  const { questionnaire } = site.consultation
  const filled = await fillFor(site, request, copy)
  const { pages: shown, missing } = await site.pictures.read(filled, askerOf(request))
  const lost = lostOnPaper(questionnaire, request.response.answers, filled, missing)
  if (lost.length > 0) throw new NotOnPaper(titlesOf(site, lost))
  return { filled, shown }
}
