import type { Answers } from '../questionnaire/answers.ts'
import { questionsOf } from '../questionnaire/questionnaire.ts'
import type { CopyName, PreparedForm } from './copies/preparedForm.ts'
import { footTitle, type Marks, place } from './placing/place.ts'
import type { Line, Placement } from './placing/placement.ts'
import { valueIn } from './placing/valueIn.ts'
import { type Expected, expectedOf } from './seeing/expected.ts'
import { missingCharacters } from './setting/missingCharacters.ts'
import { UnprintableText } from './setting/unprintableText.ts'
import { type Piece, streamPiece, writeSection } from './writing/section.ts'
import { slotContents } from './writing/slotContent.ts'
import { writeContinuation } from './writing/writeContinuation.ts'

export type { CopyName } from './copies/preparedForm.ts'
export type { Marks } from './placing/place.ts'

/**
 * The filled form: `head`, the same for every response and never to be changed, and after it `tail`, this response alone;
 * `bytes` are both in one. What stands where, and how many pages it has with its continuation pages.
 */
export type FilledForm = {
  head: Uint8Array
  readonly tail: Uint8Array
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

type Made = {
  prepared: PreparedForm
  name: CopyName
  placements: Placement[]
  pieces: Piece[]
  next: number
  pages: number
}

/**
 * A filled form whose bytes are laid out when somebody asks for them, in one or in two parts. A class, since an object literal
 * with getters gives each object a shape of its own, which keeps all that it holds alive until the heap is swept whole.
 */
class Filled implements FilledForm {
  readonly #made: Made
  #tail: Uint8Array | undefined
  #whole: Uint8Array | undefined
  readonly head: Uint8Array
  readonly placements: Placement[]
  readonly pages: number

  constructor(made: Made) {
    this.#made = made
    this.head = made.prepared.copies[made.name].head.bytes
    this.placements = made.placements
    this.pages = made.pages
  }

  get expected(): Expected {
    const { prepared, placements, name } = this.#made
    return expectedOf(prepared, placements, name)
  }

  #laidOut(joined: boolean): Uint8Array {
    const { prepared, name, pieces, next } = this.#made
    return writeSection(prepared.copies[name].head, pieces, next, joined).bytes
  }

  get tail(): Uint8Array {
    this.#tail ??= this.#whole ? this.#whole.subarray(this.head.length) : this.#laidOut(false)
    return this.#tail
  }

  get bytes(): Uint8Array {
    this.#whole ??= this.#laidOut(true)
    return this.#whole
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
  const pieces: Piece[] = []
  for (const [index, one] of prepared.writing.entries()) {
    const set = copy.texts[index]
    const value = set ? valueIn(one, answers, marks) : ''
    if (set && value.length > 0) pieces.push(...set(value, lines.get(index) ?? []))
  }
  const chosen = new Set<number>()
  for (const placed of placements) if (placed.kind === 'ticked') chosen.add(placed.place)
  for (const index of chosen) pieces.push(...(copy.ticks[index] ?? []))
  for (const [page, content] of slotContents(copy, prepared, placements)) {
    const slot = copy.slots.get(page)
    if (slot) pieces.push(streamPiece(slot.object, '', content))
  }
  const continued = placements.filter((placed) => placed.kind === 'continued')
  const more = writeContinuation(copy, prepared, continued, marks)
  pieces.push(...more.pieces)
  const pages = prepared.pages.length + more.pages
  return new Filled({ prepared, name, placements, pieces, next: more.next, pages })
}
