import type { Page } from '../questionnaire/questionnaire.ts'
import { numberOf } from './tasks.ts'

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** Several things as a list in words: "2, 3 and 5". */
export const listed = (things: Iterable<string>): string => conjunction.format(things)

/** Pages as a list in words, by their numbers on the paper or their titles: "questions 1 and 2 and “About you”". */
export const listedPages = (pages: Page[]): string => {
  const numbers = pages.flatMap((page) => numberOf(page) ?? [])
  const titles = pages.filter((page) => !numberOf(page)).map(({ title }) => `“${title}”`)
  const questions = numbers.length > 0 ? [`${numbers.length > 1 ? 'questions' : 'question'} ${listed(numbers)}`] : []
  return listed([...questions, ...titles])
}
