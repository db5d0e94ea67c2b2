import type { Answers } from '../questionnaire/answers.ts'
import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import { sayAnswer } from '../questionnaire/sayAnswer.ts'
import type { LetterSection } from './letterViews.ts'

/** All answers as words, page by page, blanks too. */
export const sayAnswers = ({ pages }: Questionnaire, answers: Answers): LetterSection[] =>
  pages.map(({ title, questions }) => ({
    title,
    answers: questions.map((question) => ({
      number: question.number ?? null,
      text: question.text,
      lines: sayAnswer(question, answers[question.id]),
    })),
  }))

/** What was answered, as plain text: each question with its answer under it. Empty when nothing was. */
export const answersAsText = (questionnaire: Questionnaire, answers: Answers): string =>
  questionsOf(questionnaire)
    .map((question) => ({ question, lines: sayAnswer(question, answers[question.id]) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ question: { number, text }, lines }) =>
      [`${number ? `${number}. ` : ''}${text}`, ...lines.map((line) => `    ${line}`)].join('\n'),
    )
    .join('\n\n')
