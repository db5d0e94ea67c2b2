import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { consultationFile } from '../../src/consultation/consultation.ts'
import { readJson } from '../../src/consultation/readJson.ts'
import { PACK_FILES } from '../../src/consultation/soundPack.ts'
import { boxes } from '../../src/pdf/boxes/boxes.ts'
import { answers } from '../../src/questionnaire/answers.ts'
import { questionnaire } from '../../src/questionnaire/questionnaire.ts'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const problems = (file: string, value: unknown, shape: Parameters<typeof readJson>[2]) =>
  readJson(file, bytes(value), shape).problems.map(({ path, found, expected }) => [path, found, expected])

test('a missing key, a wrong kind and a wrong word are said plainly', () => {
  const found = problems('consultation.json', { minutes: 0, late: 'x', facts: 'none' }, consultationFile)
  expect(found).toEqual(
    expect.arrayContaining([
      ['title', 'nothing', 'text: "…"'],
      ['proposal', 'nothing', 'a list: [ … ]'],
      ['body', 'nothing', 'an object: { … }'],
      ['minutes', '0', 'a number above 0'],
      ['late', '"x"', 'one of "keep", "send"'],
      ['facts', '"none"', 'a list: [ … ]'],
    ]),
  )
  expect(JSON.stringify(found)).not.toMatch(/Invalid|undefined|expected/)
})

test('texts, lists and addresses are said with their own rules', () => {
  const link = { title: 'T', address: 'nowhere', source: '' }
  const post = { lines: ['one'], source: 's' }
  const posting = { workingDays: 1.5, holidays: ['Christmas'] }
  const given = { email: { address: 'x', source: 's' }, links: { document: link, page: link }, post, posting }
  expect(problems('consultation.json', given, consultationFile)).toEqual(
    expect.arrayContaining([
      ['email.address', '"x"', 'an email address such as name@example.org'],
      ['links.document.address', '"nowhere"', 'an address such as https://example.org/page'],
      ['links.document.source', '""', 'text that is not empty'],
      ['post.lines', '["one"]', 'a list of at least 2'],
      ['posting.workingDays', '1.5', 'a whole number'],
      ['posting.holidays[0]', '"Christmas"', 'a day as YYYY-MM-DD'],
    ]),
  )
})

test('an unknown key is named, each for itself, and not the whole file', () => {
  const asked = { kind: 'text', id: 'q', text: 'Why?', wording: 'ours', colour: 1, size: 2 }
  const file = { pages: [{ id: 'p', title: 'P', questions: [asked] }] }
  expect(problems('questionnaire.json', file, questionnaire)).toEqual([
    ['pages[0].questions[0]', 'the key "colour"', 'only keys that are known'],
    ['pages[0].questions[0]', 'the key "size"', 'only keys that are known'],
  ])
})

test('a kind that is none brings the kinds that there are', () => {
  const file = { pages: [{ id: 'p', title: 'P', questions: [{ kind: 'scale' }, {}] }] }
  const kinds = 'one of "one-of", "any-of", "text", "line"'
  expect(problems('questionnaire.json', file, questionnaire)).toEqual([
    ['pages[0].questions[0].kind', '"scale"', kinds],
    ['pages[0].questions[1].kind', 'nothing', kinds],
  ])
})

test('what a box may be, or what is wrong inside the one that was meant', () => {
  const tick = { yes: { field: 'f' } }
  const found = { a: {}, b: 3, c: { write: { field: 1 } }, d: { tick }, e: { write: { field: 'f', size: 20 } } }
  expect(problems('boxes.json', { answers: found }, boxes)).toEqual([
    ['answers.a', '{}', '{ "write": … } or { "tick": … }'],
    ['answers.b', '3', 'an object: { … }'],
    ['answers.c.write.field', '1', 'text: "…"'],
    ['answers.d.tick.yes.value', 'nothing', 'text: "…"'],
    ['answers.e.write.size', '20', 'a number of at most 14'],
  ])
})

test('an answer may be text or a list of texts', () => {
  expect(problems('sample-answers.json', { a: 3, b: [1] }, answers)).toEqual([
    ['a', '3', 'text: "…" or a list: [ … ]'],
    ['b[0]', '1', 'text: "…"'],
  ])
})

test('every remedy leads to a section that docs/packs.md has', () => {
  const document = readFileSync(join(import.meta.dirname, '../../docs/packs.md'), 'utf8')
  for (const name of PACK_FILES) expect(document).toContain(`\n## ${name}\n`)
  const [problem] = readJson('boxes.json', bytes({}), boxes).problems
  expect(problem!.remedy).toBe('add it, as in docs/packs.md, under boxes.json')
  const [answer] = readJson('mine.json', bytes({ a: 1 }), answers, 'sample-answers.json').problems
  expect(answer).toMatchObject({ file: 'mine.json', remedy: expect.stringContaining('under sample-answers.json') })
})
