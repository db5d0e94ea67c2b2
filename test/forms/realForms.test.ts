import { inspect } from '../../src/pdf/found/inspect.ts'
import { describeForm } from './describeForm.ts'
import { sharedForms } from './sharedForms.ts'

const forms = await Promise.all(
  sharedForms().map(async ({ name, bytes }) => {
    const facts = await inspect(bytes).catch(() => null)
    const fields = facts?.fields.filter(({ kind, page }) => kind !== 'signature' && page !== null) ?? []
    return { name, bytes, fields: fields.length }
  }),
)

test('whatever real forms there are can be read, or are known not to be', () => {
  expect(forms.every(({ bytes }) => bytes.length > 0)).toBe(true)
})

// `npm run promises` fills every form, in all rounds, and draws them all.
const MANY = 100 // fields, which take long to read and to draw

for (const { fields, ...form } of forms) {
  if (fields > 0 && fields <= MANY) describeForm(form, { most: 1, drawn: 1 })
}
