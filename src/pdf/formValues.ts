import type { Answers } from '../questionnaire/answers.ts'
import type { Question, Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Box, Boxes } from './boxes/boxes.ts'
import { nearest } from './boxes/nearest.ts'
import type { FillProblem } from './fillForm.ts'
import { textOf } from './found/fieldTree.ts'
import { type FormField, inherited, optionsOf } from './found/formFields.ts'
import { cleanText } from './setting/cleanText.js'

/** What to fill a form with, by full field name: text, an export value, or several of a list. */
export type FormValues = Record<string, string | string[]>

/** A form's own fields as if somebody had asked for them: a question, a box and an answer for each value. */
export type AskedForm = { questionnaire: Questionnaire; boxes: Boxes; answers: Answers; problems: FillProblem[] }

type Asked = { question: Question; box: Box; answer: string | string[] }

const SIZES = { size: 10, minimum: 9 }

const wordsFor = (field: FormField, canShow: (text: string) => boolean): string => {
  const hint = cleanText(textOf(inherited(field, 'TU')) ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return [hint, field.name].find((words) => words && canShow(words)) ?? 'A field of this form'
}

const asText = (field: FormField, value: string, text: string): Asked => ({
  question: { kind: field.multiline ? 'text' : 'line', id: field.name, text, wording: 'ours' },
  box: { write: { field: field.name, ...SIZES } },
  answer: value,
})

const asTicks = ({ name }: FormField, chosen: string[], text: string): Asked => {
  const options = chosen.map((value) => ({ id: value, label: value }))
  const kind = chosen.length > 1 ? 'any-of' : 'one-of'
  return {
    question: { kind, id: name, text, options, optionsWording: 'ours', wording: 'ours' },
    box: { tick: Object.fromEntries(chosen.map((value) => [value, { field: name, value }])) },
    answer: chosen.length > 1 ? chosen : (chosen[0] ?? ''),
  }
}

const quoted = (words: string[]): string => words.map((word) => JSON.stringify(word)).join(', ') || 'nothing'

/** Whether a button's choice, by what it exports or by its state, has a place that can be seen. */
const isSeen = ({ widgets }: FormField, choice: string): boolean =>
  widgets.some(({ page, value, state }) => page !== null && (value === choice || state === choice))

const wrongChoice = (field: FormField, chosen: string[]): FillProblem | null => {
  const states = [...new Set(field.widgets.map(({ value }) => value))]
  const values = field.kind === 'choice' ? optionsOf(field).map(({ value }) => value) : states
  const known = field.kind === 'choice' ? values : [...values, ...field.widgets.map(({ state }) => state)]
  const strange = chosen.filter((value) => !known.includes(value))
  const expected = `one of ${quoted(values)}`
  if (strange.length > 0) {
    return {
      field: field.name,
      found: quoted(strange),
      expected,
      remedy: 'write what the field exports; inspect lists it',
    }
  }
  const unseen = field.kind === 'choice' ? [] : chosen.filter((value) => !isSeen(field, value))
  if (unseen.length > 0) {
    const found = `${quoted(unseen)}, which stands where nobody sees it`
    return { field: field.name, found, expected: 'a choice that can be seen', remedy: 'leave it out' }
  }
  if (chosen.length <= 1 || field.several) return null
  return { field: field.name, found: quoted(chosen), expected: 'one choice', remedy: 'this field takes one at a time' }
}

const askFor = (
  field: FormField,
  value: string | string[],
  canShow: (text: string) => boolean,
): Asked | FillProblem | null => {
  const { name, kind } = field
  const chosen = [value].flat().filter((one) => one !== '')
  if (chosen.length === 0) return null
  const text = wordsFor(field, canShow)
  if (kind === 'signature' || kind === 'button') {
    const found = `a value for a ${kind === 'button' ? 'button to press' : 'signature'}`
    return { field: name, found, expected: 'a field to fill in', remedy: 'leave it out' }
  }
  if (!field.widgets.some(({ page }) => page !== null)) {
    const found = `a field that ${field.widgets.some(({ hidden }) => hidden) ? 'is hidden' : 'stands on no page'}`
    return { field: name, found, expected: 'a field that can be seen', remedy: 'leave it out' }
  }
  if (kind === 'text') {
    if (typeof value === 'string') return asText(field, value, text)
    return { field: name, found: 'a list', expected: 'text', remedy: 'write one text in quotation marks' }
  }
  if (field.editable && chosen.length === 1 && wrongChoice(field, chosen))
    return asText(field, chosen[0] as string, text)
  if (kind !== 'choice' && chosen.length === 1 && chosen[0] === 'Off') return asTicks(field, chosen, text)
  return wrongChoice(field, chosen) ?? asTicks(field, chosen, text)
}

/** Asks for each value what its field asks for; what cannot be filled in so is a problem. Blank values are passed over. */
export const askForm = (fields: FormField[], values: FormValues, canShow: (text: string) => boolean): AskedForm => {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const problems: FillProblem[] = []
  const asked = Object.entries(values).flatMap(([name, value]): Asked[] => {
    const field = byName.get(name)
    if (!field) {
      const near = nearest(
        name,
        fields.filter(({ kind }) => kind !== 'button' && kind !== 'signature').map((one) => one.name),
      )
      const remedy = near.length > 0 ? `the nearest names are ${quoted(near)}` : 'this form has no fields'
      problems.push({
        field: name,
        found: 'a name that is not on the form',
        expected: 'the full name of a field',
        remedy,
      })
      return []
    }
    const found = askFor(field, value, canShow)
    if (found && 'found' in found) problems.push(found)
    return found && 'question' in found ? [found] : []
  })
  return {
    questionnaire: {
      pages: [{ id: 'form', title: 'Form', prompts: [], facts: [], questions: asked.map(({ question }) => question) }],
    },
    boxes: { answers: Object.fromEntries(asked.map(({ question, box }) => [question.id, box])), marks: {} },
    answers: Object.fromEntries(asked.map(({ question, answer }) => [question.id, answer])),
    problems,
  }
}
