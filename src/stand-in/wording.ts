import type { ConsultationFile } from '../consultation/consultation.ts'
import { momentIn, sayDay, sayTime } from '../consultation/moments.ts'
import { type Question, type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'

/** Stands beside a question whose published words were not found. */
const RECONSTRUCTED = 'The wording of this question is reconstructed; the published wording was not found.'

/** Stands under the title of a part in which every question is reconstructed. */
export const RECONSTRUCTED_PART = 'The questions in this part are reconstructed; the published ones were not found.'

/** Stands over the small field for the response's reference. */
export const REFERENCE_LABEL = 'Reference, if you used an online helper'

/** What one may do with this paper; it holds for every questionnaire. */
export const HOW_TO_ANSWER =
  'Tick a box, write in the room below it, or do both. You may leave any question blank. If you need more room, continue on another sheet and write the number of the question on it.'

/** The title in the document's metadata; it says what the paper is. */
export const titleOf = ({ form }: ConsultationFile): string => (form.note ? `${form.title}. ${form.note}` : form.title)

/** "5:30pm on" and "Friday 6 October 2017", by the clocks of the consultation's own time zone. */
export const closingOf = ({ closesAt, timeZone }: ConsultationFile): [string, string] => [
  `${sayTime(momentIn(closesAt, timeZone), timeZone)} on`,
  sayDay(closesAt.slice(0, 10)),
]

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "The Mayor’s Office for Policing and Crime (MOPAC)" */
export const bodyOf = ({ body }: ConsultationFile): string => {
  const name = sentence(body.name)
  return name.includes(body.short) ? name : `${name} (${body.short})`
}

/** The words for a kind of thing on the paper: none of it, some of it or all of it is not as published. */
const share = (what: string, unpublished: boolean[]): string[] => {
  if (!unpublished.includes(true)) return []
  return [unpublished.includes(false) ? `some of ${what}` : what]
}

/** Words over rooms of which we wrote any; a part that is reconstructed alone is marked in its place. */
const notTheirs = (questions: Question[]): boolean[] =>
  questions.some(({ wording }) => wording === 'ours') ? questions.map(({ wording }) => wording !== 'published') : []

/** What on this paper is not the body's own, in a sentence or three. */
export const aboutThisPaper = ({ form, body }: ConsultationFile, questionnaire: Questionnaire): string => {
  const asked = questionsOf(questionnaire)
  const choices = asked.filter((question) => 'options' in question)
  const written = asked.filter((question) => !('options' in question))
  const what = [
    ...share(
      'the choices to tick',
      choices.map(({ optionsWording }) => optionsWording !== 'published'),
    ),
    ...share('the words over the boxes to tick', notTheirs(choices)),
    ...share('the words over the writing boxes', notTheirs(written)),
  ]
  const list = new Intl.ListFormat('en-GB').format(what)
  const ourWords = list ? `${sentence(list)} are not ${body.short}’s${form.note ? ' either' : ''}.` : ''
  const marked = asked.some(({ wording }) => wording === 'reconstructed')
  const says = marked ? 'Reconstructed questions are marked.' : ''
  return [form.note ?? '', ourWords, says].filter(Boolean).join(' ')
}

/** "Question 4", said before all that is asked under a number. */
export const leadOf = (number: string): string => `Question ${number}`

/** A question as a screen reader says it. */
export const spoken = (lead: string, { text }: Pick<Question, 'text'>): string => `${lead}. ${text}`

/** What stands beside a question in small type, or nothing. */
export const asideOf = ({ wording, hint }: Question, markReconstructed: boolean): string =>
  [wording === 'reconstructed' && markReconstructed ? RECONSTRUCTED : '', hint ?? ''].filter(Boolean).join(' ')
