import type { PDFField, PDFRef } from 'pdf-lib-1'
import { buttonPlaces, textPlaces } from '../material/places.ts'
import type { OpenPdf } from './pdfLib.ts'
import type { FillOnce } from './peer.ts'

/** pdf-lib fills fields by name and lays all texts out once; what it drew for the person before is taken out. */
export const pdfLibFields = ({ document, font, lib }: OpenPdf): FillOnce => {
  const { PDFName, PDFRef } = lib.module
  const form = document.getForm()
  const texts = textPlaces.map(({ name }) => form.getTextField(name))
  const ticks = buttonPlaces.filter(({ kind }) => kind === 'tick').map(({ name }) => form.getCheckBox(name))
  const radios = new Set(buttonPlaces.filter(({ kind }) => kind === 'radio').map(({ name }) => name))
  const choices = [...radios].map((name) => form.getRadioGroup(name))
  const appearances = (field: PDFField): PDFRef[] =>
    field.acroField.getWidgets().flatMap((widget) => {
      const normal = widget.AP()?.get(PDFName.of('N'))
      return normal instanceof PDFRef ? [normal] : []
    })
  const free = document.context.largestObjectNumber

  return async (response) => {
    for (const field of texts) {
      for (const ref of appearances(field)) document.context.delete(ref)
      field.setText(response.texts[field.getName()])
    }
    document.context.largestObjectNumber = free
    for (const field of ticks) response.buttons[field.getName()] ? field.check() : field.uncheck()
    for (const field of choices) field.select(response.buttons[field.getName()] ?? '')
    form.updateFieldAppearances(font)
    return lib.save(document)
  }
}
