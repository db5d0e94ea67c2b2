import { inspect } from '../../src/pdf/found/inspect.ts'
import { describeForm } from '../forms/describeForm.ts'
import { sharedForms } from '../forms/sharedForms.ts'

const forms = sharedForms()

test('real forms are looked for', () => {
  expect(Array.isArray(forms)).toBe(true)
})

for (const form of forms) {
  const facts = await inspect(form.bytes).catch(() => null)
  const fillable = facts?.fields.some(({ kind, page }) => kind !== 'signature' && page !== null)
  if (fillable) describeForm(form, { most: Number.POSITIVE_INFINITY, drawn: Number.POSITIVE_INFINITY })
}
