import type { Boxes } from './boxes.ts'
import type { BoxProblem } from './checkBox.ts'
import { fieldUses } from './fieldUses.ts'

/** Fields that two questions, or a question and a mark, would both fill: the second would take the first one's words away. */
export const checkShared = (boxes: Boxes): BoxProblem[] => {
  const owners = new Map<string, string>()
  const told = new Set<string>()
  return fieldUses(boxes).flatMap(({ path, owner, field }): BoxProblem[] => {
    const first = owners.get(field) ?? owner
    owners.set(field, first)
    const pair = `${owner} ${field}`
    if (first === owner || told.has(pair)) return []
    told.add(pair)
    const found = `"${field}", which ${first} fills too`
    const expected = 'a field of its own for each question and each mark'
    return [{ file: 'boxes.json', path, found, expected, remedy: 'name another field here or there' }]
  })
}
