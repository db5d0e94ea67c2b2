import type { Box, Boxes } from '../pdf/boxes/boxes.ts'
import { type Question, type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import { REFERENCE } from './masthead.ts'
import { TYPED } from './sheet.ts'

const write = (field: string) => ({ field, size: TYPED, minimum: 9 })

const boxOf = (question: Question): Box => {
  if (question.kind === 'text' || question.kind === 'line') return { write: write(question.id) }
  const { id, kind } = question
  const tick = (option: string) => ({ field: kind === 'one-of' ? id : `${id}.${option}`, value: option })
  return { tick: Object.fromEntries(question.options.map((option) => [option.id, tick(option.id)])) }
}

/** Where each answer goes on the stand-in form. */
export const boxesOf = (questionnaire: Questionnaire): Boxes => ({
  answers: Object.fromEntries(questionsOf(questionnaire).map((question) => [question.id, boxOf(question)])),
  marks: { reference: write(REFERENCE) },
})
