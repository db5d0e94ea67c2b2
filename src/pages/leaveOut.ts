import { unfittingIn } from '../questionnaire/unfitting.ts'
import type { LeftOverView } from './answerViews.ts'
import { noResponse, whenOpen } from './open.ts'
import type { OpenRequest, Site } from './site.ts'

/** What a person said that no question takes as it is, such as what a tablet with an older pack brought. */
export const leftOvers = ({ consultation }: Site, { response }: OpenRequest): LeftOverView[] => {
  const { questionnaire } = consultation
  return unfittingIn(questionnaire, response.answers).map(({ id, question, lines }) => {
    const page = questionnaire.pages.find(({ questions }) => questions.some((one) => one.id === id))
    return {
      id,
      about: question?.text ?? `A question that is asked no more (${id})`,
      lines,
      change: page ? `/questions/${page.id}?return=check#${id}` : null,
    }
  })
}

/** Takes one of them out, because its person says so. Nothing else takes any out. */
export const leaveOut = whenOpen(async (site, request) => {
  const { response, key, fields, now } = request
  const one = leftOvers(site, request).find(({ id }) => id === fields.answer?.[0])
  if (!one) return { redirect: '/check' }
  const saved = await site.responses.save(response.id, key, { [one.id]: null }, now)
  return saved ? { redirect: '/check' } : noResponse(site, request)
})
