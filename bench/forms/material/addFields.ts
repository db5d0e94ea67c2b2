import type { PDFDocument, PDFPage } from 'pdf-lib'
import { type Area, buttonPlaces, HEIGHT, textPlaces } from './places.ts'

const SIZE = 10

/** Makes the form's 40 fields; texts stand at a stated size, so that no peer has to search for one. */
export const addFields = (document: PDFDocument): void => {
  const form = document.getForm()
  const pages = document.getPages()
  const at = ({ page, x, y, width, height }: Area): [PDFPage, object] => [
    pages[page - 1]!,
    { x, y: HEIGHT - y - height, width, height, borderWidth: 0, borderColor: undefined, backgroundColor: undefined },
  ]
  for (const { name, area, lines } of textPlaces) {
    const field = form.createTextField(name)
    if (lines === 'many') field.enableMultiline()
    field.addToPage(...at(area))
    field.setFontSize(SIZE)
  }
  for (const { name, area } of buttonPlaces.filter(({ kind }) => kind === 'tick'))
    form.createCheckBox(name).addToPage(...at(area))
  const choices = buttonPlaces.filter(({ kind }) => kind === 'radio')
  for (const [name, options] of Map.groupBy(choices, (choice) => choice.name)) {
    const group = form.createRadioGroup(name)
    for (const { option, area } of options) group.addOptionToPage(option, ...at(area))
  }
}
