import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'uqr'
import { prepareFor } from '../../src/consultation/prepareFor.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { fill } from '../../src/pdf/fill.ts'
import type { RunResponse } from '../../src/pdf/printRun.ts'
import type { Answers } from '../../src/questionnaire/answers.ts'
import { alphabet, inGroups } from '../../src/responses/alphabet.ts'
import { ofLength, squeeze } from '../pdf/filledForm.ts'

const folder = join(import.meta.dirname, '../../assets/consultations/mopac-2017')
const consultation = await readPack(folder)
export const prepared = await prepareFor(consultation)
const sample: Answers = JSON.parse(readFileSync(join(folder, 'sample-answers.json'), 'utf8'))

const MANY = 200

const referenceOf = (n: number): string =>
  Array.from({ length: 8 }, (_, at) => alphabet[(n * (at + 3) + at * 7) % alphabet.length]).join('')

/** The private link on the n-th slip; null where there is none. */
export const linkOn = (n: number): string | null =>
  n % 3 === 0 ? `https://respond.dagenham.example/r/${String(n).padStart(22, 'k')}` : null

/** From a single tick to four continuation pages; every third with a link on its slip. */
export const responses = Array.from({ length: MANY }, (_, n): RunResponse => {
  const why = `Response ${n} of the day. ${ofLength([10, 400, 2600, 9000][n % 4] ?? 0)}`
  const answers = n % 5 === 0 ? { q1: 'no', 'q1-reasons': why } : { ...sample, 'q1-reasons': why }
  const link = linkOn(n)
  const slip = {
    title: consultation.title,
    reference: inGroups(referenceOf(n)),
    where: [{ head: 'Post the form to', lines: consultation.post.lines }],
    link: link === null ? null : encode(link, { ecc: 'M', border: 0 }).data,
  }
  return { answers, marks: { reference: referenceOf(n), title: consultation.title }, slip }
})

const even = (pages: number): number => pages + (pages % 2)

/** Where each of the first responses begins, where its slip is, and how many pages there are in all. */
export const layOut = (duplex: boolean, count = MANY) => {
  let pages = 0
  const parts = responses.slice(0, count).map(({ answers, marks }) => {
    const { pages: own, expected } = fill(prepared, answers, marks, 'final')
    const before = pages
    const slip = before + (duplex ? even(own) : own) + 1
    pages = duplex ? slip + 1 : slip
    return { before, own, slip, expected }
  })
  return { parts, pages }
}

type Parts = ReturnType<typeof layOut>['parts']

/** What of each response is not on its own pages and no other, by the text of each page of a run. */
export const misplaced = (texts: string[], parts: Parts): string[] => {
  const wrong = parts.flatMap(({ before, own, slip }, n) => {
    const torn = texts[slip - 1] ?? ''
    return Object.entries({
      'its first page': squeeze(texts[before] ?? '').includes(referenceOf(n)),
      'its words': texts
        .slice(before, before + own)
        .join('\n')
        .includes(`Response ${n} of the day.`),
      'its slip': torn.includes(inGroups(referenceOf(n))),
      'its link': torn.includes('Opens your answers.') === (linkOn(n) !== null),
    }).flatMap(([what, isThere]) => (isThere ? [] : [`${n}: ${what}`]))
  })
  const told = texts.filter((text) => /Response \d+ of the day\./.test(text)).length
  return told === parts.length ? wrong : [...wrong, `${told} pages begin a response`]
}

/** Pages with nothing on them, from 1. */
export const blankIn = (texts: string[]): number[] => texts.flatMap((text, at) => (text.trim() === '' ? [at + 1] : []))
