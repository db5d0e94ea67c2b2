import type { Answers } from '../questionnaire/answers.ts'
import { progressOf } from '../questionnaire/progress.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { listedPages } from './listed.ts'

/** "Questions 2 and 5 are left blank.", by the numbers on the paper; null when something is said everywhere. */
export const sayBlanks = ({ pages }: Questionnaire, answers: Answers): string | null => {
  const blank = pages.filter((page) => progressOf(page, answers) === 'not started')
  if (blank.length === 0) return null
  const words = listedPages(blank)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${blank.length > 1 ? 'are' : 'is'} left blank.`
}
