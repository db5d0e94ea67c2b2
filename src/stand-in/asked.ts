import type { Question } from '../questionnaire/questionnaire.ts'
import { choiceRows } from './choices.ts'
import { labelOf } from './label.ts'
import type { Pen } from './pen.ts'
import { lineRow, roomRow } from './rooms.ts'
import type { Row } from './row.ts'
import { MEASURE, SHEET, SIZES, STYLES } from './sheet.ts'
import { asideOf, spoken } from './wording.ts'
import { questionRow, wordsRow } from './words.ts'

/** A question as it stands on the paper: `lead` is said before it ("Question 4", "About you"). */
export type Asked = { question: Question; lead: string; markReconstructed: boolean }

const aside = ({ question, markReconstructed }: Asked): string => asideOf(question, markReconstructed)

const labelRow = (pen: Pen, asked: Asked): Row => {
  const label = labelOf(pen, asked.question.text, aside(asked), MEASURE)
  const draw = (y: number) => pen.element('P', () => label.say(SHEET.left, y))
  return { height: label.height, gap: SIZES.within, grows: false, draw: (_, y) => draw(y) }
}

const answerRows = (pen: Pen, { question, lead }: Asked): Row[] => {
  const says = spoken(lead, question)
  switch (question.kind) {
    case 'one-of':
    case 'any-of':
      return choiceRows(pen, question, says)
    case 'text':
      return [roomRow(question.id, says)]
    case 'line':
      return [lineRow(pen, [{ field: question.id, text: '', aside: '', says, share: 1 }], SIZES.near)]
  }
}

/** A question under its number: its words in bold, then room for the answer. */
export const numberedRows = (pen: Pen, asked: Asked, number: string): Row[] => {
  const small = aside(asked)
  const words = questionRow(pen, number, asked.question.text)
  const note = small ? [wordsRow(pen, 'P', small, STYLES.small, SIZES.near)] : []
  return [words, ...note, ...answerRows(pen, asked)]
}

const lineOf = (asked: Asked, share: number) => {
  const { question, lead } = asked
  return { field: question.id, text: question.text, aside: aside(asked), says: spoken(lead, question), share }
}

/** A question without a number: a label, then room for the answer; lines that were joined stand side by side. */
export const labelledRows = (pen: Pen, [asked, beside]: [Asked, Asked?]): Row[] => {
  if (asked.question.kind !== 'line') return [labelRow(pen, asked), ...answerRows(pen, asked)]
  const lines = beside ? [lineOf(asked, 2 / 3), lineOf(beside, 1 / 3)] : [lineOf(asked, 1)]
  return [lineRow(pen, lines, SIZES.within)]
}
