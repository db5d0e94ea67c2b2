import type { Answers } from '../questionnaire/answers.ts'
import type { Page } from '../questionnaire/questionnaire.ts'
import { sayAnswer } from '../questionnaire/sayAnswer.ts'
import { whenOpen } from './open.ts'
import { releasedForm, unprintablePages } from './released.ts'
import type { OpenRequest, Site } from './site.ts'
import type { AnswerView, CheckView } from './views.ts'

const sayAnswers = (page: Page, answers: Answers): AnswerView[] =>
  page.questions.map((question) => {
    const lines = sayAnswer(question, answers[question.id])
    const change = `/questions/${page.id}?return=check#${question.id}`
    return { text: question.text, number: question.number ?? null, lines, change, blank: lines.length === 0 }
  })

const picturesOf = async (site: Site, request: OpenRequest): Promise<CheckView['pictures']> => {
  const { shown } = await releasedForm(site, request)
  return shown.map(({ text, width, height }, index) => ({
    src: `/check/pages/${index + 1}.png`,
    alt: `Page ${index + 1} of ${shown.length} of your form`,
    words: text,
    width: Math.round(width),
    height: Math.round(height),
  }))
}

/** Every answer beside the real pages of the filled form; where a character has no letter, that is said instead. */
export const check = whenOpen(async (site, request) => {
  const { questionnaire, form } = site.consultation
  const sections = questionnaire.pages.map((page) => ({
    title: page.title,
    href: `/questions/${page.id}?return=check`,
    answers: sayAnswers(page, request.response.answers),
  }))
  const unprintable = unprintablePages(site, request).map(({ page, characters }) => ({
    characters,
    href: `/questions/${page.id}?return=check`,
    title: page.title,
  }))
  const view: CheckView = {
    sections,
    blanks: sections.flatMap(({ answers }) => answers).filter(({ blank }) => blank).length,
    unprintable,
    pictures: unprintable.length > 0 ? [] : await picturesOf(site, request),
    note: form.note ?? null,
  }
  return { page: 'check', view }
})
