import { lettersOn } from '../../src/workers/pageLetters.ts'
import { closePage, printedPage, withDocument } from '../../src/workers/pdfium.ts'
import { fillIn, ofLength } from '../pdf/filledForm.ts'

const why = `${ofLength(600)}\n${'face-to-face '.repeat(30)}\nﬁne oﬃces, q̃`

test('letter by letter the text is what PDFium says at once, but for its mark of a hyphen at a line’s end', () =>
  withDocument(new Uint8Array(fillIn({ why, name: 'Łukasz' }).bytes), (document) => {
    for (let index = 0; index < document.getPageCount(); index++) {
      const page = printedPage(document, index)
      const { text, letters } = lettersOn(page)
      expect(text).toBe(page.getText().replaceAll('\ufffe', '-'))
      expect(letters.map(({ says }) => says).join('')).toBe(text)
      closePage(page)
    }
  }))
