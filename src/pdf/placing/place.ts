import type { Answer, Answers } from '../../questionnaire/answers.ts'
import { type Question, type Questionnaire, questionsOf } from '../../questionnaire/questionnaire.ts'
import { seenAt } from '../boxes/seenAt.ts'
import type { WritingPlace } from '../boxes/writingPlace.ts'
import type { PreparedForm } from '../copies/preparedForm.ts'
import { cleanText } from '../setting/cleanText.js'
import { continuationSize } from './continuationSize.ts'
import { footHeight } from './footer.ts'
import { placeInBox, type SetAnswer } from './placeInBox.ts'
import type { Placement, Ticked } from './placement.ts'
import { placeOnContinuation, type Rest } from './placeOnContinuation.ts'

/** What stands on the paper besides the answers: the response's reference, the form's title, and a note on its origin. */
export type Marks = { reference: string | null; title: string; note?: string | null }

/** The title and, where the form has one, the note on its origin, a line each. */
export const footTitle = ({ title, note }: Marks): string => (note ? `${title}\n${note}` : title)

/** An answer as it goes on paper: clean, without blank ends. */
export const wordsOf = (answer: Answer | null | undefined): string =>
  cleanText(typeof answer === 'string' ? answer : (answer ?? []).join('\n')).trim()

const LONGEST_NAME = 60

/** Whose answer it is, as far as it is known: the name given to a question that asks for one, and the reference. */
const whose = (questions: Question[], answers: Answers, { reference }: Marks): string => {
  const asksName = questions.find((question) => question.kind === 'line' && question.autocomplete === 'name')
  const name = asksName ? wordsOf(answers[asksName.id]).replaceAll('\n', ' ') : ''
  const parts = [name.length <= LONGEST_NAME ? name : '', reference ? `response ${reference}` : '']
  return parts.filter((part) => part !== '').join(', ')
}

const chosenIn = (answer: Answer): string[] => [answer].flat()

const ticksOf = ({ ticking }: PreparedForm, { id }: Question, answer: Answer): Ticked[] =>
  chosenIn(answer).flatMap((option) => {
    const place = ticking.findIndex((tick) => tick.question === id && tick.option === option)
    const tick = ticking[place]
    if (!tick) throw new Error(`The form has no tick for the option "${option}" of "${id}"`)
    const seen = seenAt(tick)
    if (seen.length === 0) throw new Error(`The tick for the option "${option}" of "${id}" stands on no page`)
    const field = tick.kind === 'spot' ? null : tick.field.name
    return seen.map(({ page, box }): Ticked => ({ kind: 'ticked', question: id, option, field, place, page, box }))
  })

/** What an answer writes into a place: its words, or the labels of the entries that it chooses in a list. */
export const textIn = ({ entries }: WritingPlace, answer: Answer | undefined): string =>
  entries
    ? chosenIn(answer ?? '')
        .flatMap((option) => entries[option]?.label ?? [])
        .join('\n')
    : wordsOf(answer)

/** The numbered question that this one belongs to: itself, or the last before it on its page ("Why?" after question 4). */
const numberedFor = ({ pages }: Questionnaire, { id }: Question): Question | undefined => {
  const page = pages.find(({ questions }) => questions.some((question) => question.id === id))
  const upTo = page?.questions.slice(0, page.questions.findIndex((question) => question.id === id) + 1)
  return upTo?.findLast(({ number }) => number !== undefined)
}

const restOf = (questionnaire: Questionnaire, question: Question, set: SetAnswer[], by: string): Rest | null => {
  const cuts = set.flatMap(({ cut }) => cut ?? [])
  const first = set.find(({ cut }) => cut !== null)
  if (!first) return null
  const { text, written } = first
  const from = written.page
  const cut = Math.min(...cuts)
  const numbered = numberedFor(questionnaire, question)
  const head = numbered ? `${numbered.number}. ${numbered.text}` : question.text
  const own = numbered && numbered !== question ? question.text : ''
  const where = cut === 0 ? `In full, from page ${from}` : `Continued from page ${from}`
  return {
    question: question.id,
    text: text.slice(cut).replace(/^\n+/, ''),
    from,
    head: head.normalize('NFC'),
    note: [own.normalize('NFC'), where, by].filter((part) => part !== '').join(' · '),
    again: `${numbered ? `Question ${numbered.number}` : head.normalize('NFC')}, continued from page ${from}`,
  }
}

/** What goes where: boxes, ticks and continuation pages, in the order of the paper. Draws nothing, changes nothing. */
export const place = (prepared: PreparedForm, answers: Answers, marks: Marks): Placement[] => {
  const { writing, pages, regular, bold } = prepared
  const faces = { regular, bold }
  const questions = questionsOf(prepared.questionnaire)
  const by = whose(questions, answers, marks)
  const setAll = (id: string | null, answer: Answer | undefined): SetAnswer[] =>
    (prepared.placesOf.get(id) ?? []).flatMap((place) => {
      const one = writing[place] as WritingPlace
      const text = textIn(one, answer)
      if (text === '') return []
      return one.surfaces.map((_, surface) => placeInBox(one, { place, surface }, text, faces, pages.length + 99))
    })

  const reference = setAll(null, marks.reference ?? '')
  const rests: { rest: Rest; set: SetAnswer[] }[] = []
  const placed = questions.flatMap((question): Placement[] => {
    const answer = answers[question.id]
    if (answer === undefined || answer.length === 0) return []
    const set = setAll(question.id, answer)
    const rest = restOf(prepared.questionnaire, question, set, by)
    if (rest) rests.push({ rest, set })
    const written = set.map((one) => one.written)
    return 'options' in question && wordsOf(answer) !== ''
      ? [...ticksOf(prepared, question, answer), ...written]
      : written
  })
  if (rests.length === 0) return [...reference.map(({ written }) => written), ...placed]
  const size = continuationSize(prepared)
  const foot = footHeight(regular, footTitle(marks), size.width)
  const continued = placeOnContinuation(
    rests.map(({ rest }) => rest),
    faces,
    size,
    pages.length + 1,
    foot,
  )
  for (const { rest, set } of rests) {
    const page = continued.find(({ question }) => question === rest.question)?.page ?? pages.length + 1
    for (const one of set) one.goesOn(page)
  }
  return [...reference.map(({ written }) => written), ...placed, ...continued]
}
