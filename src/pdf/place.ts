import type { Answer, Answers } from '../questionnaire/answers.ts'
import { type Question, type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import { cleanText } from './cleanText.js'
import { footHeight } from './footer.ts'
import { placeInBox, type SetAnswer } from './placeInBox.ts'
import type { Placement, Ticked } from './placement.ts'
import { placeOnContinuation, type Rest } from './placeOnContinuation.ts'
import type { PreparedForm } from './preparedForm.ts'

/** What stands on the paper besides the answers: the response's reference, the form's title, and a note on its origin. */
export type Marks = { reference: string | null; title: string; note?: string | null }

/** The title and, where the form has one, the note on its origin, a line each. */
export const footTitle = ({ title, note }: Marks): string => (note ? `${title}\n${note}` : title)

/** An answer as it goes on paper: clean, without blank ends. */
export const wordsOf = (answer: Answer | null | undefined): string => cleanText([answer ?? ''].flat().join('\n')).trim()

const LONGEST_NAME = 60

/** Whose answer it is, as far as it is known: the name given to a question that asks for one, and the reference. */
const whose = (questions: Question[], answers: Answers, { reference }: Marks): string => {
  const asksName = questions.find((question) => question.kind === 'line' && question.autocomplete === 'name')
  const name = asksName ? wordsOf(answers[asksName.id]).replaceAll('\n', ' ') : ''
  const parts = [name.length <= LONGEST_NAME ? name : '', reference ? `response ${reference}` : '']
  return parts.filter((part) => part !== '').join(', ')
}

const ticksOf = ({ ticking }: PreparedForm, { id }: Question, answer: Answer): Ticked[] =>
  [answer].flat().flatMap((option) => {
    const tick = ticking[id]?.[option]
    const widget = tick?.widgets.find(({ page }) => page !== null)
    if (!tick || !widget?.page) throw new Error(`The form has no tick for the option "${option}" of "${id}"`)
    return [{ kind: 'ticked', question: id, option, field: tick.field.name, page: widget.page, box: widget.box }]
  })

/** The numbered question that this one belongs to: itself, or the last before it on its page ("Why?" after question 4). */
const numberedFor = ({ pages }: Questionnaire, { id }: Question): Question | undefined => {
  const page = pages.find(({ questions }) => questions.some((question) => question.id === id))
  const upTo = page?.questions.slice(0, page.questions.findIndex((question) => question.id === id) + 1)
  return upTo?.findLast(({ number }) => number !== undefined)
}

const restOf = (
  questionnaire: Questionnaire,
  question: Question,
  text: string,
  set: SetAnswer[],
  by: string,
): Rest | null => {
  const cuts = set.flatMap(({ cut }) => cut ?? [])
  if (cuts.length === 0) return null
  const from = set.find(({ cut }) => cut !== null)?.written.page ?? 1
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
  const setAll = (id: string | null, text: string): SetAnswer[] =>
    writing
      .filter(({ question }) => question === id && text !== '')
      .flatMap((one) => one.surfaces.map((surface) => placeInBox(one, surface, text, faces, pages.length + 99)))

  const reference = setAll(null, wordsOf(marks.reference))
  const rests: { rest: Rest; set: SetAnswer[] }[] = []
  const placed = questions.flatMap((question): Placement[] => {
    const answer = answers[question.id]
    if (answer === undefined || wordsOf(answer) === '') return []
    if (prepared.ticking[question.id]) return ticksOf(prepared, question, answer)
    const set = setAll(question.id, wordsOf(answer))
    const rest = restOf(prepared.questionnaire, question, wordsOf(answer), set, by)
    if (rest) rests.push({ rest, set })
    return set.map(({ written }) => written)
  })
  const size = pages[0] ?? { width: 595.28, height: 841.89 }
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
