import type { Boxes } from './boxes.ts'

/** A field that boxes.json names: where (`path`), and whose it is: `answers.` or `marks.` and an id. */
export type FieldUse = { path: string; owner: string; field: string }

/** Every use of a field in boxes.json, in its order; areas and spots are no fields. */
export const fieldUses = ({ answers, marks }: Boxes): FieldUse[] => {
  const ofAnswers = Object.entries(answers).flatMap(([id, box]): FieldUse[] => {
    const owner = `answers.${id}`
    if ('write' in box)
      return 'field' in box.write ? [{ path: `${owner}.write.field`, owner, field: box.write.field }] : []
    return Object.entries(box.tick).flatMap(([option, tick]) =>
      'field' in tick ? [{ path: `${owner}.tick.${option}.field`, owner, field: tick.field }] : [],
    )
  })
  const { reference } = marks
  const owner = 'marks.reference'
  const ofMarks = reference && 'field' in reference ? [{ path: `${owner}.field`, owner, field: reference.field }] : []
  return [...ofAnswers, ...ofMarks]
}
