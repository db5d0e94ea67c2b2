import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as mupdf from 'mupdf'
import { encode } from 'uqr'
import { prepareFor } from '../../src/consultation/prepareFor.ts'
import { readPack } from '../../src/consultation/readPack.ts'
import { fill } from '../../src/pdf/fill.ts'
import { printRun, type RunResponse } from '../../src/pdf/printRun.ts'
import type { Answers } from '../../src/questionnaire/answers.ts'
import { alphabet, inGroups } from '../../src/responses/alphabet.ts'
import { startRunReader } from '../../src/workers/runReader.ts'
import { ofLength, squeeze } from '../pdf/filledForm.ts'
import { complaints, pageTexts } from '../pdf/paper.ts'
import { qrOnPage } from '../pdf/qrOnPage.ts'
import { asFile, pdfium } from './readers.ts'

const run = promisify(execFile)
const folder = join(import.meta.dirname, '../../assets/consultations/mopac-2017')
const consultation = await readPack(folder)
const prepared = await prepareFor(consultation)
const sample: Answers = JSON.parse(readFileSync(join(folder, 'sample-answers.json'), 'utf8'))

const MANY = 200

const referenceOf = (n: number): string =>
  Array.from({ length: 8 }, (_, at) => alphabet[(n * (at + 3) + at * 7) % alphabet.length]).join('')

const linkOf = (n: number): string => `https://respond.dagenham.example/r/${String(n).padStart(22, 'k')}`

const hasLink = (n: number): boolean => n % 3 === 0

/** From a single tick to four continuation pages; every third with a link on its slip. */
const responses = Array.from({ length: MANY }, (_, n): RunResponse => {
  const why = `Response ${n} of the day. ${ofLength([10, 400, 2600, 9000][n % 4] ?? 0)}`
  const answers = n % 5 === 0 ? { q1: 'no', 'q1-reasons': why } : { ...sample, 'q1-reasons': why }
  const slip = {
    title: consultation.title,
    reference: inGroups(referenceOf(n)),
    where: [{ head: 'Post the form to', lines: consultation.post.lines }],
    link: hasLink(n) ? encode(linkOf(n), { ecc: 'M', border: 0 }).data : null,
  }
  return { answers, marks: { reference: referenceOf(n), title: consultation.title }, slip }
})

const even = (pages: number): number => pages + (pages % 2)

/** Where each response begins, where its slip is, and how many pages there are in all. */
const layOut = (duplex: boolean) => {
  let pages = 0
  const parts = responses.map(({ answers, marks }) => {
    const { pages: own, expected } = fill(prepared, answers, marks, 'final')
    const before = pages
    const slip = before + (duplex ? even(own) : own) + 1
    pages = duplex ? slip + 1 : slip
    return { before, own, slip, expected }
  })
  return { parts, pages }
}

describe.each([
  ['both sides', true],
  ['one side', false],
] as const)('200 responses with slips on %s', (_, duplex) => {
  const { parts, pages } = layOut(duplex)
  let bytes: Uint8Array
  let texts: string[]

  beforeAll(async () => {
    bytes = await printRun(prepared, responses, { duplex })
    texts = await pageTexts(bytes)
  })

  test('poppler, qpdf and MuPDF open it without complaint, and count the same pages', () =>
    asFile(bytes, async (file) => {
      const info = await run('pdfinfo', [file])
      expect(info.stderr).toBe('')
      expect(Number(/Pages:\s+(\d+)/.exec(info.stdout)?.[1])).toBe(pages)
      expect((await run('pdftotext', [file, '/dev/null'])).stderr).toBe('')
      expect(await complaints(bytes)).toBe('')
      const document = mupdf.Document.openDocument(bytes, 'application/pdf')
      expect([document.countPages(), document.needsPassword()]).toEqual([pages, false])
      expect((document as mupdf.PDFDocument).wasRepaired()).toBe(false)
    }))

  test('each response is on its own pages and no other, from the front of a sheet', () => {
    for (const [n, { before, own, slip }] of parts.entries()) {
      if (duplex) expect([before % 2, slip % 2]).toEqual([0, 1])
      expect(squeeze(texts[before] ?? '')).toContain(referenceOf(n))
      expect(texts.slice(before, before + own).join('\n')).toContain(`Response ${n} of the day.`)
      expect(texts[slip - 1]).toContain(inGroups(referenceOf(n)))
      expect(texts[slip - 1]?.includes('Opens your answers.')).toBe(hasLink(n))
    }
    expect(texts.filter((text) => /Response \d+ of the day\./.test(text))).toHaveLength(MANY)
  })

  test('what is blank is only what brings the next to the front of a sheet', () => {
    const blank = texts.flatMap((text, at) => (text.trim() === '' ? [at + 1] : []))
    const padding = duplex ? parts.flatMap(({ slip, own }) => (own % 2 ? [slip - 1, slip + 1] : [slip + 1])) : []
    expect(blank).toEqual(padding)
  })

  test('PDFium sees every line and every tick where it belongs', async () => {
    const reader = startRunReader(bytes, prepared.copies.final.head.bytes)
    try {
      for (let at = 0; at < MANY; at += 20) {
        expect((await reader.read(parts.slice(at, at + 20))).flat()).toEqual([])
      }
    } finally {
      await reader.close()
    }
  })

  test('every slip with a link reads as its own link, and no other slip has one', async () => {
    for (const n of [0, 1, 2, 3, 99, 100, 197, 198, 199]) {
      expect(await qrOnPage(bytes, parts[n]!.slip)).toBe(hasLink(n) ? linkOf(n) : null)
    }
  })
})

test('MuPDF and PDFium read what poppler reads on the slips', async () => {
  const bytes = await printRun(prepared, responses.slice(0, 4), { duplex: true })
  const { slip } = layOut(true).parts[3]!
  const document = mupdf.Document.openDocument(bytes, 'application/pdf')
  const byMuPdf = document
    .loadPage(slip - 1)
    .toStructuredText('')
    .asText()
  expect(squeeze(byMuPdf)).toContain(squeeze('Opens your answers. Keep it to yourself.'))
  const own = pdfium()
  await asFile(bytes, async (file) => {
    const text = squeeze((await own.text?.(file)) ?? '')
    expect(text.match(/Yourreference/g)).toHaveLength(4)
    expect(text.match(/Keepittoyourself/g)).toHaveLength(2)
  }).finally(() => own.close())
})
