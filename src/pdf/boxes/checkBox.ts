import type { Question } from '../../questionnaire/questionnaire.ts'
import { type FieldKind, type FormField, optionsOf } from '../found/formFields.ts'
import type { Box, TickBox, WriteBox } from './boxes.ts'
import { nearest } from './nearest.ts'
import type { Area } from './surface.ts'

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

/** What boxes are held against: the fields of a form, and its pages as readers show them, in points. */
export type BlankForm = { fields: Fields; pages: { width: number; height: number }[] }

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
  const found = `"${name}", which ${field.widgets.some(({ hidden }) => hidden) ? 'is hidden' : 'stands on no page'}`
  return [{ file, path, found, expected: 'a field that can be seen', remedy }]
}

const checkArea = (path: string, area: Area, { pages }: BlankForm): BoxProblem[] => {
  const page = pages[area.page - 1]
  const where = `${path}.page`
  if (!page) {
    const expected = `a page from 1 to ${pages.length}`
    return [{ file, path: where, found: `${area.page}`, expected, remedy: 'count pages from 1, as readers show them' }]
  }
  const [right, foot] = [area.x + area.width, area.y + area.height]
  // A tenth of a point is nothing that anybody sees.
  if (right <= page.width + 0.1 && foot <= page.height + 0.1) return []
  const found = `a place that reaches to ${right} across and ${foot} down`
  const expected = `within the page: ${page.width} by ${page.height} points`
  return [
    { file, path, found, expected, remedy: 'measure in points from the top left corner of the page as it is shown' },
  ]
}

/** What is wrong with a place to write in: its field or its area, or sizes that contradict each other. */
export const checkWrite = (path: string, write: WriteBox, form: BlankForm): BoxProblem[] => {
  const { size, minimum } = write
  const problems =
    'field' in write
      ? checkField(`${path}.field`, write.field, form.fields, ['text'])
      : checkArea(`${path}.area`, write.area, form)
  if (minimum <= size) return problems
  const expected = `a size no larger than size (${size})`
  const remedy = 'lower minimum, or raise size'
  return [...problems, { file, path: `${path}.minimum`, found: `${minimum}`, expected, remedy }]
}

const valuesOf = (field: FormField | undefined): string[] =>
  field?.kind === 'choice'
    ? optionsOf(field).map(({ value }) => value)
    : (field?.widgets.map(({ value }) => value) ?? [])

const checkTick = (path: string, tick: TickBox, form: BlankForm): BoxProblem[] => {
  if ('spot' in tick) return checkArea(`${path}.spot`, tick.spot, form)
  const { field, value } = tick
  const problems = checkField(`${path}.field`, field, form.fields, ['radio', 'checkbox', 'choice'])
  const found = form.fields.get(field)
  const values = valuesOf(found)
  const isList = found?.kind === 'choice'
  const own = found?.widgets.filter((one) => one.value === value || one.state === value) ?? []
  const isThere = isList ? values.includes(value) : own.some(({ page }) => page !== null)
  if (problems.length > 0 || isThere) return problems
  const hidden = !isList && own.length > 0
  const expected = hidden ? 'a choice that can be seen' : `one of the field's own states: ${list(values)}`
  const remedy = hidden ? 'take it out: nobody sees it on the form' : `write a state of "${field}" here`
  return [{ file, path: `${path}.value`, found: `"${value}"`, expected, remedy }]
}

/** Where a tick goes, for telling two that are the same: an any-of question needs a field for each, but for a list that takes several. */
const placeOf = (tick: TickBox, kind: Question['kind'], { fields }: BlankForm): string => {
  if ('spot' in tick) return JSON.stringify(tick.spot)
  const apart = kind !== 'any-of' || fields.get(tick.field)?.several
  return apart ? `${tick.field} = ${tick.value}` : tick.field
}

const checkTicks = (
  path: string,
  question: Question,
  ticks: Record<string, TickBox>,
  form: BlankForm,
): BoxProblem[] => {
  const problems = Object.entries(ticks).flatMap(([option, tick]) => checkTick(`${path}.${option}`, tick, form))
  if (!('options' in question)) return problems
  const ids = question.options.map(({ id }) => id)
  const untickable = ids.filter((id) => !Object.hasOwn(ticks, id))
  const unasked = Object.keys(ticks).filter((id) => !ids.includes(id))
  const places = ids.flatMap((id) => ticks[id] ?? []).map((tick) => placeOf(tick, question.kind, form))
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
export const checkBox = (question: Question, box: Box, form: BlankForm): BoxProblem[] => {
  const path = `answers.${question.id}`
  const choice = 'options' in question
  if ('write' in box && !choice) return checkWrite(`${path}.write`, box.write, form)
  if ('tick' in box && choice) return checkTicks(`${path}.tick`, question, box.tick, form)
  const [found, expected] = choice ? ['a place to write', 'ticks'] : ['ticks', 'a place to write']
  const remedy = `a question of kind ${question.kind} needs ${expected}`
  return [{ file, path, found, expected, remedy }]
}
