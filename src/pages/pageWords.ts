import type { Placement } from '../pdf/placing/placement.ts'
import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'

/** A page of the form in words: its text as it is printed, and what is ticked on it, which text alone does not say. */
export const pageWords = (
  questionnaire: Questionnaire,
  text: string,
  page: number,
  placements: Placement[],
): string => {
  const questions = new Map(questionsOf(questionnaire).map((question) => [question.id, question]))
  const ticks = placements.flatMap((placed) => {
    const question = placed.kind === 'ticked' && placed.page === page ? questions.get(placed.question) : undefined
    if (!question || !('options' in question) || placed.kind !== 'ticked') return []
    const label = question.options.find(({ id }) => id === placed.option)?.label
    return [`${question.number ?? question.text}: ${label}`]
  })
  return ticks.length === 0 ? text : `Ticked on this page: ${ticks.join('; ')}.\n\n${text}`
}
