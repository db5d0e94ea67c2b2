import { PDFArray, PDFName } from 'pdf-lib'
import { inspect } from '../../src/pdf/found/inspect.ts'
import { drawForm } from './drawForm.ts'
import { throughQpdf } from './paper.ts'

describe('inspect', () => {
  test('says what a form is, its pages and its fields', async () => {
    const facts = await inspect(await drawForm((document) => document.setTitle('A form')))
    const { fields, ...rest } = facts
    const page = { width: 595.28, height: 841.89 }
    expect(rest).toEqual({
      ...{ title: 'A form', language: 'en-GB', tagged: false, encrypted: false, pages: [page, page] },
      ...{ base: 'original', because: null, notes: ['It is not tagged, and neither is the final copy.'] },
    })
    expect(fields.find(({ name }) => name === 'agree')).toEqual({
      name: 'agree',
      kind: 'radio',
      page: 2,
      value: '',
      states: ['yes', 'no', 'unsure'],
    })
    expect(fields.find(({ name }) => name === 'who.name')).toEqual({
      name: 'who.name',
      kind: 'text',
      page: 1,
      value: '',
    })
  })

  test('choices and greatest lengths', async () => {
    const official = await drawForm((document) => {
      const ward = document.getForm().createDropdown('ward')
      ward.addOptions(['Heath', 'Village'])
      ward.select('Village')
      const [page] = document.getPages()
      if (page) ward.addToPage(page)
      document.getForm().getTextField('who.postcode').setMaxLength(8)
    })
    const { fields } = await inspect(official)
    expect(fields.at(-1)).toMatchObject({ kind: 'choice', value: 'Village', options: ['Heath', 'Village'] })
    expect(fields.find(({ name }) => name === 'who.postcode')?.maxLength).toBe(8)
  })

  test('choices that stand elsewhere in the file, as many editors write them', async () => {
    const official = await drawForm((document) => {
      const ward = document.getForm().createDropdown('ward')
      ward.addOptions(['Heath', 'Village'])
      const { dict } = ward.acroField
      dict.set(PDFName.of('Opt'), document.context.register(dict.lookup(PDFName.of('Opt'), PDFArray)))
    })
    expect((await inspect(official)).fields.at(-1)).toMatchObject({ kind: 'choice', options: ['Heath', 'Village'] })
  })

  test('encryption that asks for no password', async () => {
    const official = await throughQpdf(await drawForm(), '--encrypt', '', 'owner', '256', '--')
    expect(await inspect(official)).toMatchObject({ encrypted: true, language: 'en-GB', base: 'resaved' })
  })

  test('what is no PDF, or asks for a password, is refused', async () => {
    await expect(inspect(new TextEncoder().encode('no'))).rejects.toThrow()
    await expect(
      inspect(await throughQpdf(await drawForm(), '--encrypt', 'secret', 'owner', '256', '--')),
    ).rejects.toThrow()
  })
})
