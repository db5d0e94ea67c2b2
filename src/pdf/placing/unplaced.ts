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

/** Whether every option that was chosen has its tick, and no other. */
const areTicked = (chosen: string[], placements: Placement[]): boolean => {
  const ticked = placements.flatMap((placed) => (placed.kind === 'ticked' ? [placed.option] : []))
  return chosen.every((option) => ticked.includes(option)) && ticked.every((option) => chosen.includes(option))
}

const isPlaced = (question: Question, answers: Answers, placements: Placement[]): boolean => {
  const answer = answers[question.id]
  const own = placements.filter((placed) => placed.question === question.id)
  const isBlank = answer === undefined || wordsOf(answer) === ''
  if ('options' in question) return areTicked(isBlank ? [] : [answer].flat(), own)
  if (isBlank) return true
  const linesOf = (kind: 'written' | 'continued') =>
    own.flatMap((placed) => (placed.kind === kind ? [placed.lines.map(({ text }) => text)] : []))
  const goesOn = linesOf('continued').flat()
  return [...linesOf('written'), []].some((box) => standIn(wordsOf(answer), [...box, ...goesOn]))
}

/**
 * The questions whose answers were not placed as they are: a word is in no line, a chosen option has no tick, or another has one.
 * With `readBack`, which compares these lines with the rendered pages, it holds the paper against the answers themselves.
 */
export const unplaced = (questionnaire: Questionnaire, answers: Answers, placements: Placement[]): Question[] =>
  questionsOf(questionnaire).filter((question) => !isPlaced(question, answers, placements))
