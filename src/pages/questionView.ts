import type { ConsultationFile } from '../consultation/consultation.ts'
import type { Answer, Answers } from '../questionnaire/answers.ts'
import type { Question } from '../questionnaire/questionnaire.ts'
import { tooMuch } from '../questionnaire/tidyText.ts'
import type { QuestionView } from './questionViews.ts'
import type { Site } from './site.ts'
import type { Problem } from './viewParts.ts'

const asks = ({ number, wording }: Question, { body }: ConsultationFile): string | null => {
  if (!number) return null
  const short = body.short.charAt(0).toUpperCase() + body.short.slice(1)
  return wording === 'published' ? `${short} asks` : `${short} asked about this; the words are ours`
}

const asTyped = (answer: Answer | undefined): string[] => (answer === undefined ? [] : [answer].flat())

/** Field values as they stand in a page: what was just typed, or else what is saved. */
export const valuesOf = (question: Question, typed: Record<string, string[]>, saved: Answers): string[] =>
  typed[question.id] ?? asTyped(saved[question.id])

/** A question as its template shows it, with the values that stand in it and the problem beside it. */
export const questionView = (site: Site, question: Question, values: string[], problems: Problem[]): QuestionView => {
  const text = values.join('\n')
  const fits = question.kind === 'text' && tooMuch(text, 'text') === null
  const fit = fits ? site.form.fit(question.id, text) : null
  const options = 'options' in question ? question.options : []
  return {
    ...question,
    asks: asks(question, site.consultation),
    value: text,
    choices: options.map((option) => ({ ...option, chosen: values.includes(option.id) })),
    problem: problems.find(({ field }) => field === question.id)?.text ?? null,
    fit: fit && { ...fit, field: question.id },
  }
}
