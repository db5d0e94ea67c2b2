import { type PDFArray, PDFDict, PDFName, PDFString } from 'pdf-lib'
import { fill } from '../../src/pdf/fill.ts'
import { readFields } from '../../src/pdf/found/readFields.ts'
import { prepareForm } from '../../src/pdf/prepareForm.ts'
import { boxes, drawForm, questionnaire } from './drawForm.ts'
import { fonts } from './fonts.ts'
import { inkIn } from './paper.ts'

/** Renames a drawn radio's states to 0, 1, 2 and exports words for them in /Opt, as Acrobat writes radios. */
const likeAcrobat = (exported: string[], type?: 'checkbox') =>
  drawForm((document) => {
    const { dict } = document.getForm().getField('agree').acroField
    for (const [index, widget] of document.getForm().getField('agree').acroField.getWidgets().entries()) {
      const normal = widget.dict.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFDict)
      const [on] = normal.keys().filter((name) => name.decodeText() !== 'Off')
      const drawn = on && normal.get(on)
      if (!on || !drawn) throw new Error('The drawn radio has no state')
      normal.delete(on)
      normal.set(PDFName.of(String(index)), drawn)
    }
    if (type === 'checkbox') dict.delete(PDFName.of('Ff'))
    const options = document.context.obj([]) as PDFArray
    for (const word of exported) options.push(PDFString.of(word))
    dict.set(PDFName.of('Opt'), options)
  })

test.each([
  ['a radio', undefined],
  ['a group of tick boxes', 'checkbox'],
] as const)('%s with export values of its own: any of them can be chosen, by the word it exports', async (_, type) => {
  const official = await likeAcrobat(['yes', 'no', 'unsure'], type)
  const prepared = await prepareForm({ official, boxes, questionnaire, fonts })
  for (const [chosen, agree] of ['yes', 'no', 'unsure'].entries()) {
    const { bytes } = fill(prepared, { agree }, { reference: null, title: 'Title' })
    expect(await readFields(bytes)).toMatchObject({ agree })
    const ink = await Promise.all([60, 100, 140].map((x) => inkIn(bytes, 2, x + 3, 703, 8)))
    expect(ink.map((share) => share > 0.1)).toEqual([0, 1, 2].map((index) => index === chosen))
  }
})
