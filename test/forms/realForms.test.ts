import { inspect } from '../../src/pdf/found/inspect.ts'
import { describeForm } from './describeForm.ts'
import { sharedForms } from './sharedForms.ts'

const forms = await Promise.all(
  sharedForms().map(async ({ name, bytes }) => {
    const facts = await inspect(bytes).catch(() => null)
    const fillable = facts?.fields.some(({ kind, page }) => kind !== 'signature' && page !== null)
    return { name, bytes, fillable }
  }),
)

test('whatever real forms there are can be read, or are known not to be', () => {
  expect(forms.every(({ bytes }) => bytes.length > 0)).toBe(true)
})

// `npm run promises` runs and draws all rounds.
for (const form of forms) if (form.fillable) describeForm(form, { most: 3, drawn: 1 })
