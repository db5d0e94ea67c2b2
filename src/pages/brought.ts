import { wordsOf } from '../pdf/placing/place.ts'
import type { Answer, Answers } from '../questionnaire/answers.ts'
import { type Page, type Question, questionsOf } from '../questionnaire/questionnaire.ts'
import { readAnswer } from '../questionnaire/readAnswer.ts'
import { sayAnswer } from '../questionnaire/sayAnswer.ts'
import type { BroughtAnswerView, BroughtView } from './answerViews.ts'
import { aboutOf } from './check.ts'
import { consentWording } from './consent.ts'
import type { PageOutcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { Site } from './site.ts'
import type { Problem } from './viewParts.ts'

// A form holds the words as they go on paper: a tab as a blank, without blank ends. Saved ones are compared as such.
const same = (one: Answer, other: Answer): boolean => wordsOf(one) === wordsOf(other)

const broughtAnswer = (
  page: Page,
  question: Question,
  answer: Answer,
  saved: Answer | undefined,
): BroughtAnswerView => ({
  id: question.id,
  text: aboutOf(page, question),
  number: question.number ?? null,
  lines: sayAnswer(question, answer),
  raw: [answer].flat(),
  saved: saved === undefined || same(saved, answer) ? null : sayAnswer(question, saved),
  use: null,
  problem: null,
})

const chosenUse = (typed: string[] | undefined): BroughtAnswerView['use'] =>
  typed?.[0] === 'file' || typed?.[0] === 'saved' ? typed[0] : null

/** The answers read in a PDF, before anything of them is kept; where others are saved here, both are shown. */
export const broughtPage = (
  site: Site,
  { response, fields }: PageRequest,
  answers: Answers,
  problems: Problem[],
): PageOutcome => {
  const found = site.consultation.questionnaire.pages.flatMap((page) =>
    page.questions.flatMap((question) => {
      const answer = answers[question.id]
      return answer === undefined ? [] : [broughtAnswer(page, question, answer, response?.answers[question.id])]
    }),
  )
  const withUse = found.map((answer) => ({
    ...answer,
    use: chosenUse(fields[`use-${answer.id}`]),
    problem: problems.find(({ field }) => field === `answer-${answer.id}`)?.text ?? null,
  }))
  const view: BroughtView = { answers: withUse, needsConsent: response === null, consent: consentWording(site) }
  return { page: 'brought', view, problems }
}

/** Answers as they came, tidied as typed ones are, and a problem for each that cannot be one. */
export const readBrought = (site: Site, came: Answers): { answers: Answers; problems: Problem[] } => {
  const answers: Answers = {}
  const problems: Problem[] = []
  for (const question of questionsOf(site.consultation.questionnaire)) {
    const answer = came[question.id]
    if (answer === undefined) continue
    const read = readAnswer(question, [answer].flat())
    if ('problem' in read) {
      answers[question.id] = answer
      problems.push({ field: `answer-${question.id}`, text: read.problem })
    } else if (read.answer !== null) answers[question.id] = read.answer
  }
  return { answers, problems }
}
