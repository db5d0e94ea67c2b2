import { PDFDocument, StandardFonts } from 'pdf-lib'
import { fontsEmbedded } from '../../bench/forms/fills/fontsEmbedded.ts'
import { drawForm } from '../../bench/forms/material/drawForm.ts'
import { responseOf } from '../../bench/forms/material/responses.ts'
import { ours } from '../../bench/forms/peers/ours.ts'

test('a form shown in Helvetica has not all its fonts', async () => {
  const document = await PDFDocument.create()
  const field = document.getForm().createTextField('a')
  field.setText('Words')
  field.addToPage(document.addPage(), { font: await document.embedFont(StandardFonts.Helvetica) })
  expect(await fontsEmbedded(await document.save())).toBe(false)
})

test('ours has', async () => {
  const fill = await ours({ kind: 'fillable', bytes: await drawForm('fillable') }, 'ASCII')
  expect(await fontsEmbedded(await fill(responseOf('ASCII', 1)))).toBe(true)
})
