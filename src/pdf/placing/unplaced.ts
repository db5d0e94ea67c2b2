import type { Answers } from '../../questionnaire/answers.ts'
import { type Question, type Questionnaire, questionsOf } from '../../questionnaire/questionnaire.ts'
import { wordsOf } from './place.ts'
import type { Placement } from './placement.ts'

const squeeze = (text: string): string => text.replace(/\s+/g, '')

/** Whether the words stand in these lines, one line after the other; heads and notes between them are passed over. */
const standIn = (words: string, lines: string[]): boolean => {
  let rest = squeeze(words)
  for (const line of lines.map(squeeze)) if (line !== '' && rest.startsWith(line)) rest = rest.slice(line.length)
  return rest === ''
}

const isPlaced = (question: Question, answers: Answers, placements: Placement[]): boolean => {
  const answer = answers[question.id]
  const own = placements.filter((placed) => placed.question === question.id)
  if (answer === undefined || wordsOf(answer) === '') return true
  if ('options' in question) {
    return [answer].flat().every((chosen) => own.some((one) => one.kind === 'ticked' && one.option === chosen))
  }
  const linesOf = (kind: 'written' | 'continued') =>
    own.flatMap((placed) => (placed.kind === kind ? [placed.lines.map(({ text }) => text)] : []))
  const goesOn = linesOf('continued').flat()
  return [...linesOf('written'), []].some((box) => standIn(wordsOf(answer), [...box, ...goesOn]))
}

/**
 * The questions whose answers were not placed whole: a word is in no line, or a chosen option has no tick. With `readBack`,
 * which compares these lines with the rendered pages, it holds the paper against the answers themselves.
 */
export const unplaced = (questionnaire: Questionnaire, answers: Answers, placements: Placement[]): Question[] =>
  questionsOf(questionnaire).filter((question) => !isPlaced(question, answers, placements))
