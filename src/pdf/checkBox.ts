import type { Question } from '../questionnaire/questionnaire.ts'
import type { Box, TickBox, WriteBox } from './boxes.ts'
import type { FieldKind, FormField } from './formFields.ts'
import { nearest } from './nearest.ts'

/** One thing wrong in a pack, in words; `path` points into boxes.json, such as `answers.name.write.field`, or names a field of form.pdf. */
export type BoxProblem = {
  file: 'boxes.json' | 'form.pdf'
  path: string
  found: string
  expected: string
  remedy: string
}

/** A form's fields by their full names. */
export type Fields = Map<string, FormField>

const file = 'boxes.json' as const

/** Words in quotation marks, one after the other. */
export const list = (words: string[]): string => words.map((word) => `"${word}"`).join(', ') || 'none'

const suggest = (name: string, fields: Fields, kinds: FieldKind[]): string => {
  const names = [...fields.values()].filter(({ kind }) => kinds.includes(kind)).map((one) => one.name)
  if (names.length === 0) return `the form has no ${kinds.join(' or ')} field: see npm run cli -- inspect form.pdf`
  return `the nearest names are ${list(nearest(name, names))}; npm run cli -- inspect form.pdf prints all`
}

const checkField = (path: string, name: string, fields: Fields, kinds: FieldKind[]): BoxProblem[] => {
  const field = fields.get(name)
  const expected = `a ${kinds.join(' or ')} field of the form`
  const remedy = suggest(name, fields, kinds)
  if (!field) return [{ file, path, found: `"${name}", which is not on the form`, expected, remedy }]
  if (!kinds.includes(field.kind)) return [{ file, path, found: `"${name}", a ${field.kind} field`, expected, remedy }]
  if (field.widgets.some(({ page }) => page !== null)) return []
  return [{ file, path, found: `"${name}", which stands on no page`, expected: 'a field that can be seen', remedy }]
}

/** What is wrong with a place to write in: its field, or sizes that contradict each other. */
export const checkWrite = (path: string, { field, size, minimum }: WriteBox, fields: Fields): BoxProblem[] => {
  const problems = checkField(`${path}.field`, field, fields, ['text'])
  if (minimum <= size) return problems
  const expected = `a size no larger than size (${size})`
  const remedy = 'lower minimum, or raise size'
  return [...problems, { file, path: `${path}.minimum`, found: `${minimum}`, expected, remedy }]
}

const checkTick = (path: string, { field, value }: TickBox, fields: Fields): BoxProblem[] => {
  const problems = checkField(`${path}.field`, field, fields, ['radio', 'checkbox'])
  const states = fields.get(field)?.widgets.map((widget) => widget.value) ?? []
  if (problems.length > 0 || states.includes(value)) return problems
  const expected = `one of the field's own states: ${list(states)}`
  return [{ file, path: `${path}.value`, found: `"${value}"`, expected, remedy: `write a state of "${field}" here` }]
}

const checkTicks = (path: string, question: Question, ticks: Record<string, TickBox>, fields: Fields): BoxProblem[] => {
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
      file,
      path: `${path}.${id}`,
      found: 'no tick',
      expected: `a field and a value for the option "${id}"`,
      remedy: 'add it, or take the option out of the questionnaire',
    })),
    ...unasked.map((id) => ({
      file,
      path: `${path}.${id}`,
      found: `a tick for "${id}"`,
      expected: `an option of the question: ${list(ids)}`,
      remedy: 'take it out, or add the option to the questionnaire',
    })),
    ...shared.map((place) => ({
      file,
      path,
      found: `two options on ${place}`,
      expected: 'a tick of its own for each option',
      remedy: 'give each option another state, and each option of an any-of question another field',
    })),
  ]
}

/** What is wrong with one question's box: another kind than the question, fields and states that are not on the form. */
export const checkBox = (question: Question, box: Box, fields: Fields): BoxProblem[] => {
  const path = `answers.${question.id}`
  const choice = 'options' in question
  if ('write' in box && !choice) return checkWrite(`${path}.write`, box.write, fields)
  if ('tick' in box && choice) return checkTicks(`${path}.tick`, question, box.tick, fields)
  const [found, expected] = choice ? ['a place to write', 'ticks'] : ['ticks', 'a place to write']
  const remedy = `a question of kind ${question.kind} needs ${expected}`
  return [{ file, path, found, expected, remedy }]
}
