import type { Answers } from '../questionnaire/answers.ts'
import { progressOf } from '../questionnaire/progress.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { numberOf } from './tasks.ts'

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "Questions 2 and 5 are left blank.", by the numbers on the paper; null when something is said everywhere. */
export const sayBlanks = ({ pages }: Questionnaire, answers: Answers): string | null => {
  const blank = pages.filter((page) => progressOf(page, answers) === 'not started')
  if (blank.length === 0) return null
  const numbers = blank.flatMap((page) => numberOf(page) ?? [])
  const titles = blank.filter((page) => !numberOf(page)).map(({ title }) => `“${title}”`)
  const questions =
    numbers.length > 0 ? [`${numbers.length > 1 ? 'Questions' : 'Question'} ${listed.format(numbers)}`] : []
  return `${listed.format([...questions, ...titles])} ${blank.length > 1 ? 'are' : 'is'} left blank.`
}
