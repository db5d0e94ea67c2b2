import { progressOf } from '../questionnaire/progress.ts'
import type { Page } from '../questionnaire/questionnaire.ts'
import { whenOpen } from './open.ts'

/** The number of the official question on a page, where it has one. */
export const numberOf = ({ questions }: Page): string | null => questions.find(({ number }) => number)?.number ?? null

/** The list of the questions, each with how far it is. */
export const tasks = whenOpen(({ consultation }, { response }) => {
  const list = consultation.questionnaire.pages.map((page) => ({
    href: `/questions/${page.id}`,
    title: page.title,
    number: numberOf(page),
    state: progressOf(page, response.answers),
  }))
  const done = list.filter(({ state }) => state === 'done').length
  return { page: 'tasks', view: { tasks: list, done, of: list.length } }
})
