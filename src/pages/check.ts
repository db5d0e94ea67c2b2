import type { Answers } from '../questionnaire/answers.ts'
import type { Page, Question } from '../questionnaire/questionnaire.ts'
import { sayAnswer } from '../questionnaire/sayAnswer.ts'
import type { AnswerView } from './answerViews.ts'
import { sayBlanks } from './blanks.ts'
import { changedSince } from './changedSince.ts'
import { leftOvers } from './leaveOut.ts'
import { whenOpen } from './open.ts'
import { pageWords } from './pageWords.ts'
import { hasNoForm, releasedForm, unprintablePages } from './released.ts'
import type { OpenRequest, Site } from './site.ts'
import type { CheckView } from './views.ts'

/** A question where it stands alone: "Why?" says nothing, so a question of ours goes with its page. */
export const aboutOf = (page: Page, { number, text }: Question): string => (number ? text : `${page.title}: ${text}`)

const sayAnswers = (page: Page, answers: Answers): AnswerView[] =>
  page.questions.map((question) => {
    const lines = sayAnswer(question, answers[question.id])
    const change = `/questions/${page.id}?return=check#${question.id}`
    const about = aboutOf(page, question)
    return { text: question.text, about, number: question.number ?? null, lines, change, blank: lines.length === 0 }
  })

const picturesOf = async (site: Site, request: OpenRequest): Promise<CheckView['pictures']> => {
  const { shown, filled } = await releasedForm(site, request, 'final')
  return shown.map(({ text, width, height }, index) => ({
    src: `/check/pages/${index + 1}.png`,
    enlarge: `/check/pages/${index + 1}`,
    alt: `Page ${index + 1} of ${shown.length} of your form`,
    words: pageWords(site.consultation.questionnaire, text, index + 1, filled.placements),
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
  const [newest] = await site.sending.sent(request.response.id)
  const view: CheckView = {
    changed: await changedSince(site, request, newest),
    sections,
    blanks: sayBlanks(questionnaire, request.response.answers),
    ready: request.response.reference !== null,
    unprintable,
    leftOvers: leftOvers(site, request),
    pictures: hasNoForm(site, request) ? [] : await picturesOf(site, request),
    note: form.note ?? null,
    onwards: site.tablet
      ? { href: '/handover', label: 'I have finished', post: true }
      : { href: '/send', label: 'Send it', post: false },
  }
  return { page: 'check', view }
})
