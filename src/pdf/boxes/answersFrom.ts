import type { Answer, Answers } from '../../questionnaire/answers.ts'
import { type Question, type Questionnaire, questionsOf } from '../../questionnaire/questionnaire.ts'
import { tidyText, tooMuch } from '../../questionnaire/tidyText.ts'
import type { Box, Boxes } from './boxes.ts'
import { fieldUses } from './fieldUses.ts'

/** Thrown for a PDF that was brought back and is not this form; the message is a sentence for the person. */
export class NotThisForm extends Error {
  override name = 'NotThisForm'
}

type Values = Record<string, string | string[]>

/** A field's words, tidied as typed ones are; what is too much to be taken stays as it came, for a sentence to say so. */
const readWords = (value: string | string[] | undefined): string => {
  const words = [value ?? ''].flat().join('\n')
  return tooMuch(words, 'text') === null ? tidyText(words).trim() : words
}

const readBox = (question: Question, box: Box, fields: Values): Answer | null => {
  if ('write' in box) return 'field' in box.write ? readWords(fields[box.write.field]) || null : null
  const ticked = Object.entries(box.tick).filter(
    ([, tick]) => 'field' in tick && [fields[tick.field] ?? []].flat().includes(tick.value),
  )
  const options = ticked.map(([option]) => option)
  return question.kind === 'any-of' ? (options.length > 0 ? options : null) : (options[0] ?? null)
}

/** The answers that stand in a form's fields: the inverse of `fill`. Blank fields are left out. Throws NotThisForm. */
export const answersFrom = (fields: Values, boxes: Boxes, questionnaire: Questionnaire): Answers => {
  const names = fieldUses(boxes).flatMap(({ owner, field }) => (owner.startsWith('answers.') ? [field] : []))
  if (names.length === 0) {
    throw new NotThisForm(
      'Answers stand on this form as ink, not in fields, so they cannot be read from it. Your code or link brings them back.',
    )
  }
  const present = names.filter((name) => Object.hasOwn(fields, name))
  if (Object.keys(fields).length === 0) {
    throw new NotThisForm('This PDF has no fields to read: it was perhaps printed to a file, or scanned.')
  }
  if (present.length < names.length) throw new NotThisForm('This PDF is not this questionnaire.')
  const read = questionsOf(questionnaire).map((question) => {
    const box = boxes.answers[question.id]
    return [question.id, box ? readBox(question, box, fields) : null] as const
  })
  return Object.fromEntries(read.filter((entry): entry is [string, Answer] => entry[1] !== null))
}
