import type { Answer } from './answers.ts'
import type { Question } from './questionnaire.ts'

/** The longest answer that is taken, in characters (code points): a text, and a single line. */
export const LONGEST = { text: 20_000, line: 300 } as const

/** An answer that can be kept (null when left blank), or the sentence that says what is wrong. */
export type Reading = { answer: Answer | null } | { problem: string }

// Control characters have no shape on paper and no sound; everything that a person can see or read is kept.
const invisible = /[\p{Cc}--[\n\t]]/gv

/** Text as it is kept: well formed, NFC, line ends as \n, without control characters. */
export const tidyText = (typed: string): string =>
  typed.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(invisible, '')

const readText = (kind: 'text' | 'line', typed: string): Reading => {
  const tidy = tidyText(typed)
  const text = kind === 'line' ? tidy.replace(/\s+/g, ' ').trim() : tidy.trimEnd()
  const length = [...text].length
  if (length > LONGEST[kind]) {
    const [longest, over] = [LONGEST[kind], length - LONGEST[kind]].map((n) => n.toLocaleString('en-GB'))
    const elsewhere = kind === 'text' ? ', or put them into another answer' : ''
    return { problem: `This can hold ${longest} characters. Please take out ${over}${elsewhere}.` }
  }
  return { answer: text.trim() === '' ? null : text }
}

const readChoice = (question: Extract<Question, { options: unknown }>, values: string[]): Reading => {
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
