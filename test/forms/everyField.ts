import type { Box, Boxes } from '../../src/pdf/boxes/boxes.ts'
import type { FieldFacts } from '../../src/pdf/found/inspect.ts'
import type { Question, Questionnaire } from '../../src/questionnaire/questionnaire.ts'

type Asked = { question: Question; box: Box }

const ours = { wording: 'ours', optionsWording: 'ours' } as const

const written = ({ name, multiline }: FieldFacts): Asked => ({
  question: {
    kind: multiline ? 'text' : 'line',
    id: name,
    text: `What goes into ${name.replace(/[^ -~]/g, '')}?`,
    wording: 'ours',
  },
  box: { write: { field: name, size: 10, minimum: 9 } },
})

const chosen = ({ name }: FieldFacts, values: string[]): Asked => {
  const distinct = [...new Set(values)]
  return {
    question: { kind: 'one-of', id: name, text: 'Which?', options: distinct.map((id) => ({ id, label: id })), ...ours },
    box: { tick: Object.fromEntries(distinct.map((value) => [value, { field: name, value }])) },
  }
}

const ask = (field: FieldFacts): Asked[] => {
  if (field.page === null) return []
  if (field.kind === 'text') return [written(field)]
  const values = field.states ?? field.options ?? []
  return values.length > 0 ? [chosen(field, values)] : []
}

/** A question and a box for every field of a form that can be seen and filled in, by the fields' own names. */
export const askEveryField = (fields: FieldFacts[]): { questionnaire: Questionnaire; boxes: Boxes } => {
  const asked = fields.flatMap(ask)
  const questions = asked.map(({ question }) => question)
  return {
    questionnaire: { pages: [{ id: 'all', title: 'All', prompts: [], facts: [], questions }] },
    boxes: { answers: Object.fromEntries(asked.map(({ question, box }) => [question.id, box])), marks: {} },
  }
}
