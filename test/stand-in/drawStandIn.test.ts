import { PDFDocument, PDFName } from 'pdf-lib'
import { questionsOf } from '../../src/questionnaire/questionnaire.ts'
import { drawStandIn } from '../../src/stand-in/drawStandIn.ts'
import { drawInvented, drawMopac, fonts, mopac, printedBy, textOf, withFile } from './drawn.ts'
import { inventedConsultation, inventedQuestionnaire } from './invented.ts'

const words = (text: string): string => text.replace(/\s+/g, ' ')

/** Line breaks fall anywhere, so words are looked for without spaces. */
const tight = (text: string): string => text.replace(/\s+/g, '')

test('draws the same bytes from the same pack', async () => {
  const [once, twice] = [await drawMopac(), await drawMopac()]
  expect(Buffer.compare(once.form, twice.form)).toBe(0)
})

describe('MOPAC’s questionnaire', () => {
  test('has four A4 pages, a title, its language, tags, and the note in its metadata', async () => {
    const { form } = await drawMopac()
    const note = mopac.consultation.form.note!
    await withFile(form, (file) => {
      const info = printedBy('pdfinfo', file)
      expect(info).toMatch(/Pages: +4\n/)
      expect(info).toMatch(/Page size: .*A4/)
      expect(info).toMatch(/Tagged: +yes/)
      expect(info).toContain(`${mopac.consultation.form.title}. ${note}`)
      expect(info).toMatch(new RegExp(`Subject: +${note}`))
      expect(printedBy('pdfinfo', '-meta', file)).toContain(note)
    })
    const { catalog } = await PDFDocument.load(form)
    expect(String(catalog.lookup(PDFName.of('Lang')))).toBe('(en-GB)')
    expect(String(catalog.lookup(PDFName.of('ViewerPreferences')))).toContain('/DisplayDocTitle true')
  })

  test('says on every page whose layout it is, and which page it is', async () => {
    const { form } = await drawMopac()
    await withFile(form, (file) => {
      for (const page of ['1', '2', '3', '4']) {
        const foot = words(textOf(file, '-f', page, '-l', page)).trim()
        expect(foot.endsWith(`${mopac.consultation.form.note} Page ${page} of 4`)).toBe(true)
      }
    })
  })

  test('is a sound PDF for qpdf', async () => {
    const { form } = await drawMopac()
    await withFile(form, (file) => {
      expect(printedBy('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
    })
  })

  test('reads in order: every question under its heading, a Form element for every widget', async () => {
    const { form } = await drawMopac()
    await withFile(form, (file) => {
      const read = printedBy('pdfinfo', '-struct-text', file)
      expect(read.startsWith('Document')).toBe(true)
      expect(read.match(/^ *H1/gm)).toHaveLength(1)
      expect(read.match(/^ *H2/gm)).toHaveLength(8)
      expect(read.match(/^ *Form$/gm)).toHaveLength(34)
      expect(read.match(/^ *Object \d/gm)).toHaveLength(34)
      const numbered = questionsOf(mopac.questionnaire).flatMap(({ number, text }) => (number ? [tight(text)] : []))
      const order = numbered.map((text) => tight(read).indexOf(text))
      expect(order).not.toContain(-1)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    })
  })

  test('marks what is reconstructed beside it, and nothing else', async () => {
    const { form } = await drawMopac()
    await withFile(form, (file) => {
      const read = words(textOf(file))
      expect(read.match(/The wording of this question is reconstructed/g)).toHaveLength(2)
      expect(read.match(/The questions in this part are reconstructed/g)).toHaveLength(1)
    })
  })
})

describe('an invented questionnaire', () => {
  test('is sound, wastes no page, and keeps & and < in its metadata', async () => {
    const { form } = await drawInvented()
    await withFile(form, (file) => {
      expect(printedBy('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
      expect(printedBy('pdfinfo', file)).toMatch(/Pages: +2\n/)
      expect(printedBy('pdfinfo', '-meta', file)).toContain('the green &amp; &lt;the pond&gt;')
      const read = tight(textOf(file))
      for (const { text } of questionsOf(inventedQuestionnaire)) expect(read).toContain(tight(text))
    })
  })

  test('a question may not take the name of the form’s own field', async () => {
    const [page] = structuredClone(inventedQuestionnaire.pages)
    page!.questions[1]!.id = 'reference'
    const drawn = drawStandIn({ consultation: inventedConsultation, questionnaire: { pages: [page!] }, fonts })
    await expect(drawn).rejects.toThrow('“reference”')
  })

  test('words that no page can hold are refused, not cut', async () => {
    const [page] = structuredClone(inventedQuestionnaire.pages)
    page!.questions[1]!.text = 'words and words '.repeat(1200)
    const drawn = drawStandIn({ consultation: inventedConsultation, questionnaire: { pages: [page!] }, fonts })
    await expect(drawn).rejects.toThrow('higher than a page')
  })
})
