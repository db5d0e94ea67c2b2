import { progressOf } from '../questionnaire/progress.ts'
import type { Page } from '../questionnaire/questionnaire.ts'
import { changedSince } from './changedSince.ts'
import { hasSent } from './hasSent.ts'
import { whenOpen } from './open.ts'
import type { TasksView } from './views.ts'

/** The number of the official question on a page, where it has one. */
export const numberOf = ({ questions }: Page): string | null => questions.find(({ number }) => number)?.number ?? null

const nextOf = (list: TasksView['tasks'], begun: boolean): TasksView['next'] => {
  const task = list.find(({ state }) => state !== 'done')
  if (!task) return null
  const what = task.number ? `question ${task.number}` : `“${task.title}”`
  return { href: task.href, label: `${begun ? 'Go on' : 'Begin'} with ${what}` }
}

/** The list of the questions, each with how far it is. */
export const tasks = whenOpen(async (site, request) => {
  const { consultation, sending } = site
  const { response } = request
  const list = consultation.questionnaire.pages.map((page) => ({
    href: `/questions/${page.id}`,
    title: page.title,
    number: numberOf(page),
    state: progressOf(page, response.answers),
  }))
  const done = list.filter(({ state }) => state === 'done').length
  const ready = response.reference !== null
  const sent = await hasSent(site, response)
  const changed = await changedSince(site, request, (await sending.sent(response.id))[0])
  return {
    page: 'tasks',
    view: { tasks: list, done, of: list.length, next: nextOf(list, ready), ready, sent, changed },
  }
})
