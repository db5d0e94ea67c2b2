import type { Answer } from './answers.ts'
import type { Choice, Question } from './questionnaire.ts'
import { tidyText, tooMuch } from './tidyText.ts'

/** An answer that can be kept (null when left blank), or the sentence that says what is wrong. */
export type Reading = { answer: Answer | null } | { problem: string }

const readText = (kind: 'text' | 'line', typed: string): Reading => {
  const sent = typed.replaceAll('\r\n', '\n')
  const problem = tooMuch(sent, kind)
  if (problem) return { problem }
  const tidy = tidyText(sent)
  const text = kind === 'line' ? tidy.replace(/\s+/g, ' ').trim() : tidy.trimEnd()
  return { answer: text.trim() === '' ? null : text }
}

const readChoice = (question: Choice, values: string[]): Reading => {
  const chosen = values.filter((value) => value !== '')
  const unknown = chosen.some((value) => !question.options.some((option) => option.id === value))
  if (unknown) return { problem: 'Choose one of the answers listed here.' }
  if (question.kind === 'one-of') {
    return chosen.length > 1 ? { problem: 'Choose only one answer here.' } : { answer: chosen[0] ?? null }
  }
  const inOrder = question.options.map((option) => option.id).filter((id) => chosen.includes(id))
  return { answer: inOrder.length > 0 ? inOrder : null }
}

/** What was typed or chosen for one question, each value sent under its name, as an answer or a problem. */
export const readAnswer = (question: Question, values: string[]): Reading => {
  switch (question.kind) {
    case 'one-of':
    case 'any-of':
      return readChoice(question, values)
    case 'text':
    case 'line':
      return values.length > 1
        ? { problem: 'This came twice. Please keep one text here.' }
        : readText(question.kind, values[0] ?? '')
  }
}
