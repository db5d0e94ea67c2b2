import type { Page, Question, Questionnaire } from '../questionnaire/questionnaire.ts'
import { type Asked, labelledRows, numberedRows } from './asked.ts'
import type { Pen } from './pen.ts'
import type { Row } from './row.ts'
import { SIZES, STYLES } from './sheet.ts'
import { leadOf, RECONSTRUCTED_PART } from './wording.ts'
import { wordsRow } from './words.ts'

const SHORT = ['postal-code', 'tel']

const isShortLine = (question: Question | undefined): boolean =>
  question?.kind === 'line' && SHORT.includes(question.autocomplete ?? '')

/** A short line goes beside the line before it. */
const pairs = (questions: Asked[]): [Asked, Asked?][] => {
  const made: [Asked, Asked?][] = []
  for (const asked of questions) {
    const last = made.at(-1)
    const free = last && !last[1] && last[0].question.kind === 'line' && !isShortLine(last[0].question)
    if (free && isShortLine(asked.question)) last[1] = asked
    else made.push([asked])
  }
  return made
}

/** A part without numbers: its title, then questions that may part between pages, the first not from the title. */
const partBlocks = (pen: Pen, title: string, questions: Question[]): Row[][] => {
  const allReconstructed = questions.every(({ wording }) => wording === 'reconstructed')
  const asked = questions.map((question) => ({ question, lead: title, markReconstructed: !allReconstructed }))
  const [first, ...others] = pairs(asked).map((pair) => labelledRows(pen, pair))
  const note = allReconstructed ? [wordsRow(pen, 'P', RECONSTRUCTED_PART, STYLES.small, SIZES.near)] : []
  const head = [wordsRow(pen, 'H2', title, STYLES.section, SIZES.between), ...note]
  return [[...head, ...(first ?? [])], ...others]
}

/** A numbered question with what is asked under it: one block, never parted from its room while a page can hold it. */
const numberedBlock = (pen: Pen, first: Question, number: string, followers: Question[]): Row[] => {
  const asked = (question: Question) => ({ question, lead: leadOf(number), markReconstructed: true })
  const under = pairs(followers.map(asked)).flatMap((pair) => labelledRows(pen, pair))
  return [...numberedRows(pen, asked(first), number), ...under]
}

/** The questions of a page, cut before each one that has a number. */
const runs = ({ questions }: Page): Question[][] => {
  const made: Question[][] = []
  for (const question of questions) {
    if (question.number || made.length === 0) made.push([question])
    else made.at(-1)!.push(question)
  }
  return made
}

/** The questionnaire as blocks in the order of the paper. */
export const blocksOf = (pen: Pen, { pages }: Questionnaire): Row[][] =>
  pages.flatMap((page) =>
    runs(page).flatMap(([first, ...followers]) => {
      if (!first) return []
      if (first.number) return [numberedBlock(pen, first, first.number, followers)]
      return partBlocks(pen, page.title, [first, ...followers])
    }),
  )
