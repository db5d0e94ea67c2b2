import type { PackFiles } from '../../src/consultation/soundPack.ts'
import { changed, type Edit, problemsOf } from './brokenPack.ts'

type Break = [string, keyof PackFiles, Edit, { path: string; found?: RegExp; expected: RegExp }]

const said = 'consultation.json'
const asked = 'questionnaire.json'
const onlyIf = '"onlyIf": { "capacity": "organisation" }'
const breaks: Break[] = [
  [
    'a question without a box',
    'boxes.json',
    ['"q4-reasons":', '"q4-reasonz":'],
    { path: 'q4-reasons', expected: /box/ },
  ],
  ['a box that is not on the form', 'boxes.json', ['"field": "q1"', '"field": "q99"'], { path: 'q1', expected: /./ }],
  [
    'a closing that clocks skip',
    said,
    ['2017-10-06T17:30', '2017-03-26T01:30'],
    { path: 'closesAt', found: /skipped.*forward/, expected: /once/ },
  ],
  [
    'a closing that comes twice',
    said,
    ['2017-10-06T17:30', '2017-10-29T01:30'],
    { path: 'closesAt', found: /twice.*back/, expected: /once/ },
  ],
  [
    'a closing on no day of the calendar',
    said,
    ['2017-10-06T17:30', '2017-09-31T17:30'],
    { path: 'closesAt', expected: /a day of the calendar/ },
  ],
  [
    'a zone that is none',
    said,
    ['Europe/London', 'Europe/Dagenham'],
    { path: 'timeZone', found: /^"Europe\/Dagenham"$/, expected: /time zone/ },
  ],
  ['a language that is none', said, ['"en-GB"', '"en_GB"'], { path: 'language', expected: /BCP 47/ }],
  ['a language that nobody speaks', said, ['"en-GB"', '"english"'], { path: 'language', expected: /BCP 47/ }],
  [
    'an address that is none',
    said,
    ['consultation@', 'consultation at '],
    { path: 'email.address', expected: /^an email address such as/ },
  ],
  ['a hash that is too long', said, ['"sha256": "', '"sha256": "0'], { path: 'form.sha256', expected: /64 digits/ }],
  [
    'a key that nobody knows',
    said,
    ['"late":', '"colour": 1, "late":'],
    { path: '', found: /^the key "colour"$/, expected: /known/ },
  ],
  [
    'an answer that is not offered',
    'sample-answers.json',
    ['"yes"', '"maybe"'],
    { path: 'q1', expected: /yes, no, not-sure/ },
  ],
  ['an answer to nothing', 'sample-answers.json', ['"q1":', '"q0":'], { path: 'q0', expected: /question/ }],
  [
    'an answer that no font can print',
    'sample-answers.json',
    ['"q1-reasons": "', '"q1-reasons": "漢字 '],
    { path: 'q1-reasons', found: /^漢 字$/, expected: /fonts/ },
  ],
  [
    'a question that no font can print',
    asked,
    ['its online offer', 'its 線 offer'],
    { path: 'q1.text', found: /^線$/, expected: /fonts/ },
  ],
  [
    'a note that no font can print',
    said,
    ['Layout recon', '線 Layout recon'],
    { path: 'form.note', expected: /fonts/ },
  ],
  [
    'two questions of one id',
    asked,
    ['"id": "q2-reasons"', '"id": "q1-reasons"'],
    { path: '', expected: /each question$/ },
  ],
  ['two options of one id', asked, ['"id": "not-sure"', '"id": "no"'], { path: '', expected: /each option of q1$/ }],
  [
    'a condition on an option that is not there',
    asked,
    [onlyIf, '"onlyIf": { "capacity": "company" }'],
    { path: 'organisation.onlyIf.capacity', found: /^"company"$/, expected: /resident, organisation/ },
  ],
  [
    'a condition on a question that is not there',
    asked,
    [onlyIf, '"onlyIf": { "role": "organisation" }'],
    { path: 'organisation.onlyIf', found: /role/, expected: /id of a question/ },
  ],
  [
    'a condition on words',
    asked,
    [onlyIf, '"onlyIf": { "name": "organisation" }'],
    { path: 'organisation.onlyIf', found: /name, of kind line/, expected: /one-of/ },
  ],
  [
    'published words without a source',
    asked,
    ['"source": "Inclusion London’s response, September 2017",\n', ''],
    { path: 'q1.source', found: /nothing/, expected: /quoted/ },
  ],
  [
    'an autofill token that no browser knows',
    asked,
    ['"postal-code"', '"postcode"'],
    { path: 'postcode.autocomplete', found: /^"postcode"$/, expected: /postal-code/ },
  ],
  ['forgetting before the closing', said, ['2018-01-06', '2017-10-05'], { path: 'forgetAfter', expected: /closing/ }],
]

test.each(breaks)('%s is found, with file, path, found, expected and remedy', async (_name, file, edit, at) => {
  const problems = await problemsOf(await changed(file, edit))
  const found = problems.find(
    (one) => one.path.includes(at.path) && at.expected.test(one.expected) && (at.found ?? /./).test(one.found),
  )
  expect(found).toBeDefined()
  for (const part of [found!.file, found!.found, found!.expected, found!.remedy]) expect(part.length).toBeGreaterThan(0)
})
