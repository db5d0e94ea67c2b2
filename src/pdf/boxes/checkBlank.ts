import { PDFName } from 'pdf-lib'
import type { FormField } from '../found/formFields.ts'
import { fieldValue } from '../found/readFields.ts'
import type { Boxes } from './boxes.ts'
import type { BoxProblem, Fields } from './checkBox.ts'
import { fieldUses } from './fieldUses.ts'

/** What stands in a field: its value, or else the state that one of its buttons shows. */
const standsIn = (field: FormField): string => {
  const value = [fieldValue(field)].flat().join(', ')
  if (value !== '') return value
  const shown = field.widgets.find(({ dict, state }) => dict.lookup(PDFName.of('AS')) === PDFName.of(state))
  return shown?.value ?? ''
}

/** Fields that answers go into and that are not blank: everybody would hand in an answer that nobody gave. */
export const checkBlank = (boxes: Boxes, fields: Fields): BoxProblem[] => {
  const used = [...new Set(fieldUses(boxes).map(({ field }) => field))]
  return used.flatMap((name): BoxProblem[] => {
    const field = fields.get(name)
    const value = field ? standsIn(field) : ''
    if (value === '') return []
    const found = `${JSON.stringify(value.slice(0, 120))} in the field "${name}"`
    const remedy = 'save the blank form here, or empty this field; then write the new hash as form.sha256'
    return [{ file: 'form.pdf', path: name, found, expected: 'a blank field', remedy }]
  })
}
