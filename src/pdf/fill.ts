import { PDFHexString, PDFName } from 'pdf-lib'
import type { Answers } from '../questionnaire/answers.ts'
import { questionsOf } from '../questionnaire/questionnaire.ts'
import { appendTo } from './appended.ts'
import { missingCharacters } from './missingCharacters.ts'
import { footTitle, type Marks, place, wordsOf } from './place.ts'
import type { Placement } from './placement.ts'
import type { PreparedForm } from './preparedForm.ts'
import { UnprintableText } from './unprintableText.ts'
import { writeText, writeTick } from './writeBoxes.ts'
import { writeContinuation } from './writeContinuation.ts'

export type { Marks } from './place.ts'

/** The filled form: its bytes, what stands where, and how many pages it has with its continuation pages. */
export type FilledForm = { bytes: Uint8Array; placements: Placement[]; pages: number }

const refuseUnprintable = (prepared: PreparedForm, answers: Answers, marks: Marks): void => {
  const written = questionsOf(prepared.questionnaire).filter(({ id }) => !prepared.ticking[id])
  const texts: [string, string][] = written.map(({ id }) => [id, [answers[id] ?? ''].flat().join('\n')])
  for (const [what, text] of [...texts, ['reference', marks.reference ?? ''], ['title', footTitle(marks)]] as const) {
    const missing = missingCharacters(prepared, text)
    if (missing.length > 0) throw new UnprintableText(what, missing)
  }
}

/** Fills the form. The same answers give the same bytes. Throws UnprintableText, before anything is made. */
export const fill = async (prepared: PreparedForm, answers: Answers, marks: Marks): Promise<FilledForm> => {
  refuseUnprintable(prepared, answers, marks)
  const { base, ticking, writing } = prepared
  const placements = place(prepared, answers, marks)
  const appended = appendTo(base)
  for (const one of writing) {
    const text = one.question === null ? wordsOf(marks.reference) : wordsOf(answers[one.question])
    const lines = placements.flatMap((placed) =>
      placed.kind === 'written' && placed.field === one.field.name ? [placed.lines] : [],
    )
    if (text !== '') writeText(appended, base, one, text, lines)
  }
  for (const placed of placements) {
    const tick = placed.kind === 'ticked' ? ticking[placed.question]?.[placed.option] : undefined
    if (tick) writeTick(appended, tick)
  }
  const continued = placements.filter((placed) => placed.kind === 'continued')
  const pages = prepared.pages.length + writeContinuation(appended, prepared, continued, marks)
  const info = appended.change(base.infoRef, base.info)
  if (!info.has(PDFName.of('Title'))) info.set(PDFName.of('Title'), PDFHexString.fromText(marks.title))
  return { bytes: await appended.bytes(), placements, pages }
}
