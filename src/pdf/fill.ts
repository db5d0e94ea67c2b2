import type { Answers } from '../questionnaire/answers.ts'
import { questionsOf } from '../questionnaire/questionnaire.ts'
import { type Expected, expectedOf } from './expected.ts'
import { missingCharacters } from './missingCharacters.ts'
import { footTitle, type Marks, place } from './place.ts'
import type { Line, Placement } from './placement.ts'
import type { CopyName, PreparedForm } from './preparedForm.ts'
import { streamPiece, writeSection } from './section.ts'
import { slotContents } from './slotContent.ts'
import { UnprintableText } from './unprintableText.ts'
import { valueIn } from './valueIn.ts'
import { writeContinuation } from './writeContinuation.ts'

export type { Marks } from './place.ts'
export type { CopyName } from './preparedForm.ts'

/**
 * The filled form: `head`, the same for every response and never to be changed, and after it `tail`, this response alone;
 * `bytes` are both in one. What stands where, and how many pages it has with its continuation pages.
 */
export type FilledForm = {
  head: Uint8Array
  tail: Uint8Array
  readonly bytes: Uint8Array
  /** What another reader must see on it. */
  readonly expected: Expected
  placements: Placement[]
  pages: number
}

const expectLetters = (prepared: PreparedForm, what: string, text: string): void => {
  const missing = missingCharacters(prepared, text)
  if (missing.length > 0) throw new UnprintableText(what, missing)
}

/** Throws UnprintableText where a font has no letter for a character of what is to be written. */
export const refuseUnprintable = (prepared: PreparedForm, answers: Answers, marks: Marks): void => {
  for (const question of questionsOf(prepared.questionnaire)) {
    const answer = answers[question.id]
    if ('options' in question || answer === undefined) continue
    expectLetters(prepared, question.id, typeof answer === 'string' ? answer : answer.join('\n'))
  }
  expectLetters(prepared, 'reference', marks.reference ?? '')
  expectLetters(prepared, 'title', footTitle(marks))
}

/** Both parts of a filled form; they are joined once, when somebody asks for them in one. */
const inTwoParts = (
  prepared: PreparedForm,
  copy: CopyName,
  tail: Uint8Array,
  placements: Placement[],
  pages: number,
): FilledForm => {
  const head = prepared.copies[copy].head.bytes
  let joined: Uint8Array | null = null
  return {
    head,
    tail,
    placements,
    pages,
    get expected() {
      return expectedOf(prepared, placements, copy)
    },
    get bytes() {
      if (joined) return joined
      joined = new Uint8Array(head.length + tail.length)
      joined.set(head)
      joined.set(tail, head.length)
      return joined
    },
  }
}

/** Fills a copy of the form. The same answers give the same bytes. Throws UnprintableText, before anything is made. */
export const fill = (
  prepared: PreparedForm,
  answers: Answers,
  marks: Marks,
  name: CopyName = 'fillable',
): FilledForm => {
  refuseUnprintable(prepared, answers, marks)
  const copy = prepared.copies[name]
  const placements = place(prepared, answers, marks)
  const lines = new Map<number, Line[][]>()
  for (const placed of placements) {
    if (placed.kind === 'written') lines.set(placed.place, [...(lines.get(placed.place) ?? []), placed.lines])
  }
  const texts = prepared.writing.flatMap((one, index) => {
    const set = copy.texts[index]
    const value = set ? valueIn(one, answers, marks) : ''
    return set && value.length > 0 ? set(value, lines.get(index) ?? []) : []
  })
  const chosen = new Set(placements.flatMap((placed) => (placed.kind === 'ticked' ? [placed.place] : [])))
  const ticks = [...chosen].flatMap((index) => copy.ticks[index] ?? [])
  const slots = [...slotContents(copy, prepared, placements)].flatMap(([page, content]) => {
    const slot = copy.slots.get(page)
    return slot ? [streamPiece(slot.object, '', content)] : []
  })
  const continued = placements.filter((placed) => placed.kind === 'continued')
  const { pieces, pages, next } = writeContinuation(copy, prepared, continued, marks)
  const tail = writeSection(copy.head, [...texts, ...ticks, ...slots, ...pieces], next)
  return inTwoParts(prepared, name, tail.bytes, placements, prepared.pages.length + pages)
}
