import { withoutMailboxes } from '../../src/organisers/withoutMailboxes.ts'

test.each([
  ['550 5.1.1 <ann.lee@mail.example>: user unknown', '550 5.1.1 (an address): user unknown'],
  ['552 ann+x@mail.example over quota (ben@mail.example)', '552 (an address) over quota ((an address))'],
  ['550 "Ann Lee via Save It" <respond@campaign.example> rejected', '550 (an address) rejected'],
  ['550 "ann lee"@mail.example no', '550 (an address) no'],
  ["550 'zoë@пошта.example' no", "550 '(an address)' no"],
  ['451 4.7.1 Greylisted, try again', '451 4.7.1 Greylisted, try again'],
  ['line one\r\nline  two', 'line one line two'],
])('%s', (words, left) => {
  expect(withoutMailboxes(words)).toBe(left)
})

test('words without end are cut', () => {
  expect(withoutMailboxes('x'.repeat(5000)).length).toBeLessThanOrEqual(300)
})
