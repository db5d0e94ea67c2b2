import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as mupdf from 'mupdf'
import { printRun, type RunResponse } from '../../src/pdf/printRun.ts'
import { startRunReader } from '../../src/workers/runReader.ts'
import { squeeze } from '../pdf/filledForm.ts'
import { complaints, pageTexts } from '../pdf/paper.ts'
import { qrOnPage } from '../pdf/qrOnPage.ts'
import { blankIn, layOut, linkOn, misplaced, prepared, responses } from './longRun.ts'
import { asFile, pdfium } from './readers.ts'

// A print run of 200. Its mutation partners run below, on fewer: a run that does not wait for the front of a sheet, that leaves
// one out, that gives a slip to somebody else, that prints another word.

const run = promisify(execFile)

/** What PDFium does not see where it belongs. */
const unseen = async (bytes: Uint8Array, parts: ReturnType<typeof layOut>['parts']) => {
  const reader = startRunReader(bytes, prepared.copies.final.head.bytes)
  const found: unknown[] = []
  try {
    for (let at = 0; at < parts.length; at += 20) found.push(...(await reader.read(parts.slice(at, at + 20))).flat())
  } finally {
    await reader.close()
  }
  return found
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
    expect(parts).toHaveLength(200)
    if (duplex) expect(parts.filter(({ before, slip }) => before % 2 !== 0 || slip % 2 !== 1)).toEqual([])
    expect(misplaced(texts, parts)).toEqual([])
  })

  test('what is blank is only what brings the next to the front of a sheet', () => {
    const padding = duplex ? parts.flatMap(({ slip, own }) => (own % 2 ? [slip - 1, slip + 1] : [slip + 1])) : []
    expect(blankIn(texts)).toEqual(padding)
  })

  test('PDFium sees every line and every tick where it belongs', async () =>
    expect(await unseen(bytes, parts)).toEqual([]))

  test('every slip with a link reads as its own link, and no other slip has one', async () => {
    for (const n of [0, 1, 2, 3, 99, 100, 197, 198, 199]) expect(await qrOnPage(bytes, parts[n]!.slip)).toBe(linkOn(n))
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

const FEW = 8
const few = responses.slice(0, FEW)

/** Prints some responses, and answers what of the first few is not where a run on both sides has it. */
const wrongIn = async (printed: RunResponse[], duplex = true) => {
  const bytes = await printRun(prepared, printed, { duplex })
  const { parts } = layOut(true, FEW)
  return { places: misplaced(await pageTexts(bytes), parts).length, lines: (await unseen(bytes, parts)).length }
}

test('partners: nothing is wrong in a few either, and each way of getting it wrong is seen', async () => {
  const slips = few.map((response, at) => ({ ...response, slip: few[(at + 3) % FEW]!.slip ?? null }))
  const words = few.map(({ answers, ...more }) => ({
    ...more,
    answers: { ...answers, 'q1-reasons': String(answers['q1-reasons']).replace('of the day', 'on the day') },
  }))
  expect(await wrongIn(few)).toEqual({ places: 0, lines: 0 })
  const wrong = {
    'not from the front of a sheet': await wrongIn(few, false),
    'one left out': await wrongIn(few.toSpliced(2, 1)),
    'a slip of somebody else': await wrongIn(slips),
    'another word': await wrongIn(words),
  }
  expect(Object.entries(wrong).filter(([, { places }]) => places === 0)).toEqual([])
  expect(wrong['another word'].lines).toBeGreaterThan(0)
})
