import type { Boxes } from './boxes.ts'

/** A field that boxes.json names: where (`path`), and whose it is: `answers.` or `marks.` and an id. */
export type FieldUse = { path: string; owner: string; field: string }

/** Every use of a field in boxes.json, in its order. */
export const fieldUses = ({ answers, marks }: Boxes): FieldUse[] => {
  const ofAnswers = Object.entries(answers).flatMap(([id, box]): FieldUse[] => {
    const owner = `answers.${id}`
    if ('write' in box) return [{ path: `${owner}.write.field`, owner, field: box.write.field }]
    return Object.entries(box.tick).map(([option, { field }]) => ({
      path: `${owner}.tick.${option}.field`,
      owner,
      field,
    }))
  })
  const { reference } = marks
  const owner = 'marks.reference'
  return [...ofAnswers, ...(reference ? [{ path: `${owner}.field`, owner, field: reference.field }] : [])]
}
