import { seenAt } from '../../src/pdf/boxes/seenAt.ts'
import type { PreparedForm } from '../../src/pdf/copies/preparedForm.ts'
import { type FieldFacts, inspect } from '../../src/pdf/found/inspect.ts'
import type { Rect } from '../../src/pdf/placing/placement.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import type { Answers } from '../../src/questionnaire/answers.ts'
import { type Question, questionsOf } from '../../src/questionnaire/questionnaire.ts'
import { fonts } from '../pdf/fonts.ts'
import { askEveryField } from './everyField.ts'
import { KINDS, worstText } from './worstText.ts'

/** What to say when a form is filled once; `fits` are the fields that are told no more than their boxes can hold. */
export type Round = { answers: Answers; fits: string[] }

/** A form with all its fields asked for, and enough rounds for every text and every choice of each. */
export type Tried = { prepared: PreparedForm; fields: FieldFacts[]; rounds: Round[] }

type Place = Rect & { page: number }

const SLOP = 2 // points by which neighbours may overlap

const overlap = (one: Place, other: Place): boolean =>
  one.page === other.page &&
  one.x + SLOP < other.x + other.width &&
  other.x + SLOP < one.x + one.width &&
  one.y + SLOP < other.y + other.height &&
  other.y + SLOP < one.y + one.height

/** Where a question is written, and nothing for one that is ticked. */
const placesOf = ({ writing }: PreparedForm, question: string): Place[] =>
  writing.flatMap((place) =>
    place.question === question && !place.entries ? place.surfaces.map(({ page, box }) => ({ page, ...box })) : [],
  )

/** A text that is another in each round, for a field that lies over none that has one already. */
const textFor = ({ prepared, fields }: Omit<Tried, 'rounds'>, id: string, turn: number, taken: Place[]) => {
  const places = placesOf(prepared, id)
  const [first] = prepared.writing.find((place) => place.question === id)?.surfaces ?? []
  const field = fields.find(({ name }) => name === id)
  // Forms have fields that lie over one another: each is filled in some round, and never two at once.
  if (!first || !field || places.some((place) => taken.some((other) => overlap(place, other)))) return null
  taken.push(...places)
  return worstText(field, first, turn)
}

const canBeSeen = ({ ticking }: PreparedForm, question: string, option: string): boolean =>
  ticking.some((tick) => tick.question === question && tick.option === option && seenAt(tick).length > 0)

/** Another text and another choice in each field than in the round before. */
const roundOf = (form: Omit<Tried, 'rounds'>, round: number): Round => {
  const taken: Place[] = []
  const questions = questionsOf(form.prepared.questionnaire)
  const fits: string[] = []
  const answers: [string, string][] = []
  const order = [...questions.keys()]
  for (const index of round % 2 === 0 ? order : order.toReversed()) {
    const question = questions[index] as Question
    const { id } = question
    const options = 'options' in question ? question.options.filter((one) => canBeSeen(form.prepared, id, one.id)) : []
    const option = options[round % options.length]
    if (option) answers.push([id, option.id])
    const text = 'options' in question ? null : textFor(form, id, index + round, taken)
    if (text) answers.push([id, text.text])
    if (text?.fits) fits.push(id)
  }
  return { answers: Object.fromEntries(answers), fits }
}

/** How often a form is filled until each field has had each kind of text, and each of its choices. */
const roundsFor = ({ questionnaire }: PreparedForm): number =>
  questionsOf(questionnaire).reduce((most, one) => Math.max(most, 'options' in one ? one.options.length : 0), KINDS)

/** Asks for every field of a form, and thinks up what to say: everything there is to say, or a number of rounds. */
export const tryEveryField = async (official: Uint8Array, most = Number.POSITIVE_INFINITY): Promise<Tried> => {
  const { fields } = await inspect(official)
  const { questionnaire, boxes } = askEveryField(fields)
  const prepared = await prepareForm({ official, boxes, questionnaire, fonts, title: 'Form' })
  const count = Math.min(most, roundsFor(prepared))
  return { prepared, fields, rounds: Array.from({ length: count }, (_, round) => roundOf({ prepared, fields }, round)) }
}
