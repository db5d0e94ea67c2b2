import { type Question, type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import type { Box, Boxes, TickBox, WriteBox } from './boxes.ts'
import { type FormField, fieldsOf } from './formFields.ts'
import { openForm } from './openForm.ts'

/** One thing wrong in a pack, in words; `path` points into boxes.json, such as `answers.name.write.field`. */
export type BoxProblem = { path: string; found: string; expected: string; remedy: string }

type Fields = Map<string, FormField>

const list = (words: string[]): string => words.map((word) => `"${word}"`).join(', ') || 'none'

const checkField = (path: string, name: string, fields: Fields, kinds: string[]): BoxProblem[] => {
  const field = fields.get(name)
  const expected = `a ${kinds.join(' or ')} field of the form`
  const names = [...fields.values()].filter(({ kind }) => kinds.includes(kind)).map((one) => one.name)
  const remedy = `name one of the form's own: ${list(names)}`
  if (!field) return [{ path, found: `"${name}", which is not on the form`, expected, remedy }]
  if (!kinds.includes(field.kind)) return [{ path, found: `"${name}", a ${field.kind} field`, expected, remedy }]
  if (field.widgets.some(({ page }) => page !== null)) return []
  return [{ path, found: `"${name}", which stands on no page`, expected: 'a field that can be seen', remedy }]
}

const checkWrite = (path: string, { field, size, minimum }: WriteBox, fields: Fields): BoxProblem[] => {
  const problems = checkField(`${path}.field`, field, fields, ['text'])
  if (minimum <= size) return problems
  const expected = `a size no larger than size (${size})`
  return [
    ...problems,
    { path: `${path}.minimum`, found: `${minimum}`, expected, remedy: 'lower minimum, or raise size' },
  ]
}

const checkTick = (path: string, { field, value }: TickBox, fields: Fields): BoxProblem[] => {
  const problems = checkField(`${path}.field`, field, fields, ['radio', 'checkbox'])
  const states = fields.get(field)?.widgets.map((widget) => widget.value) ?? []
  if (problems.length > 0 || states.includes(value)) return problems
  const expected = `one of the field's own states: ${list(states)}`
  return [{ path: `${path}.value`, found: `"${value}"`, expected, remedy: `write a state of "${field}" here` }]
}

const checkTicks = (path: string, question: Question, ticks: Record<string, TickBox>, fields: Fields) => {
  const problems = Object.entries(ticks).flatMap(([option, tick]) => checkTick(`${path}.${option}`, tick, fields))
  if (!('options' in question)) return problems
  const ids = question.options.map(({ id }) => id)
  const untickable = ids.filter((id) => !Object.hasOwn(ticks, id))
  const unasked = Object.keys(ticks).filter((id) => !ids.includes(id))
  const places = ids
    .flatMap((id) => ticks[id] ?? [])
    .map(({ field, value }) => (question.kind === 'any-of' ? field : `${field} = ${value}`))
  const shared = [...new Set(places.filter((place, index) => places.indexOf(place) !== index))]
  return [
    ...problems,
    ...untickable.map((id) => ({
      path: `${path}.${id}`,
      found: 'no tick',
      expected: `a field and a value for the option "${id}"`,
      remedy: 'add it, or take the option out of the questionnaire',
    })),
    ...unasked.map((id) => ({
      path: `${path}.${id}`,
      found: `a tick for "${id}"`,
      expected: `an option of the question: ${list(ids)}`,
      remedy: 'take it out, or add the option to the questionnaire',
    })),
    ...shared.map((place) => ({
      path,
      found: `two options on ${place}`,
      expected: 'a tick of its own for each option',
      remedy: 'give each option another state, and each option of an any-of question another field',
    })),
  ]
}

const checkBox = (question: Question, box: Box, fields: Fields): BoxProblem[] => {
  const path = `answers.${question.id}`
  const choice = 'options' in question
  if ('write' in box && !choice) return checkWrite(`${path}.write`, box.write, fields)
  if ('tick' in box && choice) return checkTicks(`${path}.tick`, question, box.tick, fields)
  const [found, expected] = choice ? ['a place to write', 'ticks'] : ['ticks', 'a place to write']
  const remedy = `a question of kind ${question.kind} needs ${expected}`
  return [{ path, found, expected, remedy }]
}

/** Holds boxes.json against the form's own fields and the questionnaire; every problem at once, none when sound. */
export const checkBoxes = async (
  official: Uint8Array,
  boxes: Boxes,
  questionnaire: Questionnaire,
): Promise<BoxProblem[]> => {
  const form = await openForm(official).catch(() => null)
  if (!form) {
    const remedy = 'put a PDF here that opens in a PDF reader without a password'
    return [{ path: '', found: 'a form that cannot be read', expected: 'a PDF', remedy }]
  }
  const fields: Fields = new Map(fieldsOf(form).map((field) => [field.name, field]))
  const questions = questionsOf(questionnaire)
  const asked = new Set(questions.map(({ id }) => id))
  const strays = Object.keys(boxes.answers).filter((id) => !asked.has(id))
  const { reference } = boxes.marks
  return [
    ...questions.flatMap((question) => {
      const box = boxes.answers[question.id]
      if (box) return checkBox(question, box, fields)
      const path = `answers.${question.id}`
      return [{ path, found: 'no box', expected: 'a box for every question', remedy: 'add where its answer goes' }]
    }),
    ...strays.map((id) => ({
      path: `answers.${id}`,
      found: `a box for "${id}", which is not asked`,
      expected: `the id of a question: ${list([...asked])}`,
      remedy: 'take the box out, or mend its id',
    })),
    ...(reference ? checkWrite('marks.reference', reference, fields) : []),
  ]
}
