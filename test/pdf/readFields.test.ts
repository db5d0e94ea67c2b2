import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { readFields } from '../../src/pdf/found/readFields.ts'
import { drawForm } from './drawForm.ts'

test('a value is read where it stands, and where the field only points to it', async () => {
  const document = await PDFDocument.load(await drawForm())
  const form = document.getForm()
  const point = (field: string, object: Parameters<typeof document.context.register>[0]) =>
    form.getTextField(field).acroField.dict.set(PDFName.of('V'), document.context.register(object))
  form.getTextField('who.postcode').acroField.dict.set(PDFName.of('V'), PDFString.of('RM10 8XX'))
  point('who.name', PDFHexString.fromText('Łukasz'))
  point('why', document.context.stream('A reason, as a stream.'))
  const fields = await readFields(await document.save({ updateFieldAppearances: false }))
  expect(fields).toMatchObject({ 'who.postcode': 'RM10 8XX', 'who.name': 'Łukasz', why: 'A reason, as a stream.' })
})
