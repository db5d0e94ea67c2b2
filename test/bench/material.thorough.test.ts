import { drawForm } from '../../bench/forms/material/drawForm.ts'
import { responseOf, responsesOf } from '../../bench/forms/material/responses.ts'
import { words } from '../../bench/forms/material/words.ts'
import { fieldsOf } from '../../src/pdf/found/formFields.ts'
import { openForm } from '../../src/pdf/found/openForm.ts'

describe('the form that is measured on', () => {
  test('has eight pages of A4 and forty fields, and weighs about 450 kB', async () => {
    const bytes = await drawForm('fillable')
    const form = await openForm(bytes)
    const kinds = fieldsOf(form).map(({ kind }) => kind)
    expect(form.getPages().map((page) => page.getSize())).toEqual(Array(8).fill({ width: 595, height: 842 }))
    expect(Object.groupBy(kinds, (kind) => kind)).toEqual({
      text: Array(24).fill('text'),
      checkbox: Array(8).fill('checkbox'),
      radio: Array(8).fill('radio'),
    })
    expect(bytes.length).toBeGreaterThan(430_000)
    expect(bytes.length).toBeLessThan(470_000)
  })

  test('has no fields where it is flat', async () => {
    expect(fieldsOf(await openForm(await drawForm('flat')))).toEqual([])
  })

  test.each(['fillable', 'flat'] as const)('is the same each time it is drawn (%s)', async (kind) => {
    expect(Buffer.compare(await drawForm(kind), await drawForm(kind))).toBe(0)
  })
})

describe('the answers', () => {
  const pairs = responsesOf('Latin Extended', 20).map(({ texts }, n) => {
    return [Object.values(texts), Object.values(responseOf('ASCII', n).texts)] as const
  })

  test('are as long in ASCII as in Latin Extended', () => {
    for (const [latin, ascii] of pairs)
      expect(ascii.map(({ length }) => length)).toEqual(latin.map(({ length }) => length))
  })

  test('are nothing but ASCII; the others, where they are long, hold letters beyond Latin-1', () => {
    for (const [latin, ascii] of pairs) {
      expect(ascii.join('')).toMatch(/^[\x20-\x7e]*$/)
      for (const text of latin.filter(({ length }) => length > 100)) expect(text).toMatch(/[^\x20-\xff]/)
    }
  })

  test('hold letters from Vietnamese, Polish and Turkish', () => {
    expect(words.join('')).toMatch(/ế/)
    expect(words.join('')).toMatch(/ł/)
    expect(words.join('')).toMatch(/ı/)
  })
})
