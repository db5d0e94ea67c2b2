import type { FilledForm } from '../pdf/fill.ts'
import { lostOnPaper } from '../pdf/seeing/released.ts'
import { unfittingIn } from '../questionnaire/unfitting.ts'
import type { Response } from '../responses/response.ts'
import type { Waiting } from '../stall/stall.ts'
import { listed } from './listed.ts'
import { titlesOf } from './released.ts'
import type { PictureAsker, Site } from './site.ts'
import { unprintableOn } from './unprintable.ts'

/** A response that may be printed: every word and tick of it was seen on its pages. */
export type Ready = { waiting: Waiting; response: Response; pages: number }

/** One that stays in the tray, with why, and what to do. */
export type LeftOut = { waiting: Waiting; why: string }

const GONE = 'Its person has deleted it. There is nothing to print.'

const MISFIT =
  'It answers questions that the form does not have today, or not in that way. It is kept, whole. Its person can decide what becomes of those answers, with their own link; if they have none, give the organiser this reference.'

/** Why a response cannot be printed as it is, known without its form; null where nothing is against it. */
export const hindrance = (site: Site, { misfit }: Waiting, response: Response | null): string | null => {
  if (!response) return GONE
  const { questionnaire } = site.consultation
  if (misfit || unfittingIn(questionnaire, response.answers).length > 0) return MISFIT
  const characters = questionnaire.pages.flatMap((page) =>
    unprintableOn(site, page, response.answers).flatMap((on) => on.characters),
  )
  if (characters.length > 0) {
    return `The form’s letters do not include ${listed(new Set(characters))}. The words are kept, whole. Their person can write them in another way on their own phone; if they have left, give the organiser this reference.`
  }
  return null
}

// A filling is read once: the same object comes back while the answers are the same.
const read = new WeakMap<FilledForm, string[]>()

const lostOn = async (site: Site, { answers }: Response, filled: FilledForm, asker: PictureAsker) => {
  const known = read.get(filled)
  if (known) return known
  const { missing } = await site.pictures.read(filled, asker)
  const lost = titlesOf(site, lostOnPaper(site.consultation.questionnaire, answers, filled, missing))
  read.set(filled, lost)
  return lost
}

const look = async (site: Site, waiting: Waiting, asker: PictureAsker): Promise<Ready | LeftOut> => {
  const response = await site.responses.byId(waiting.responseId)
  const why = hindrance(site, waiting, response)
  if (why !== null || !response) return { waiting, why: why ?? GONE }
  const filled = await site.form.fill(response.answers, waiting.reference, 'final')
  const lost = await lostOn(site, response, filled, asker)
  if (lost.length === 0) return { waiting, response, pages: filled.pages }
  return {
    waiting,
    why: `Not every word of ${listed(lost.map((title) => `“${title}”`))} came out on paper, so it is not printed. It is kept, whole. Give the organiser this reference.`,
  }
}

const AT_ONCE = 2

/** Looks at every response as a reader would see it printed, a few at a time; what would lose a word is left out. */
export const readyOf = async (site: Site, some: Waiting[], asker: PictureAsker) => {
  const looked: (Ready | LeftOut)[] = []
  const turns = some.entries()
  const workOn = async () => {
    for (const [at, waiting] of turns) looked[at] = await look(site, waiting, asker)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, workOn))
  return {
    ready: looked.filter((one): one is Ready => 'response' in one),
    left: looked.filter((one): one is LeftOut => 'why' in one),
  }
}
