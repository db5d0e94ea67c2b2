import { fillForm } from '../../../src/pdf/fillForm.ts'
import { fonts } from '../../pdf/fonts.ts'
import { throughQpdf } from '../../pdf/paper.ts'
import { hybrid } from './hybrid.ts'
import { plainForm, plainValues } from './plainForm.ts'
import { latin1, stream, textOfBytes, update, writePdf } from './source.ts'
import { changed, rewritten, swap, trap } from './trap.ts'

const asText = (change: (text: string) => string) => rewritten((bytes) => latin1(change(textOfBytes(bytes))))

const startOf = (text: string): number => Number(/startxref\s+(\d+)/.exec(text)?.[1])

const filledBefore = async (form: Uint8Array): Promise<Uint8Array> => {
  const made = await fillForm(form, { ...plainValues, name: 'Somebody else', colour: 'red' }, fonts)
  if (!('filled' in made)) throw new Error(JSON.stringify(made.problems))
  return made.filled.bytes
}

/** The same form again, with other fields under the same numbers. */
const inner = textOfBytes(writePdf({ ...plainForm(), 10: '<</FT/Tx/T(another)>>', 12: '<</FT/Tx/T(agree)>>' }))

/** Ways in which files are made, moved and broken. */
export const fileTraps = {
  'a plain form': trap(() => writePdf(plainForm())),
  'object streams and a cross-reference stream': trap(
    rewritten((bytes) => throughQpdf(bytes, '--object-streams=generate')),
  ),
  'a hybrid: a table, and a stream for what it hides': trap(() => hybrid(plainForm(), [6, 10, 11, 13])),
  linearised: trap(rewritten((bytes) => throughQpdf(bytes, '--linearize'))),
  'linearised with object streams': trap(
    rewritten((bytes) => throughQpdf(bytes, '--linearize', '--object-streams=generate')),
  ),
  'two earlier updates': trap(
    rewritten((bytes) => {
      const objects = plainForm()
      const first = update(bytes, { 10: swap(objects[10], '(name)', '(nam)/V(old)') })
      return update(first, { 10: swap(objects[10], '(name)', '(name)/V(newer)') })
    }),
  ),
  'an earlier update that frees an object': trap(
    rewritten((bytes) =>
      update(bytes, { 6: swap(plainForm()[6], ' 16 0 R]', ']'), 3: swap(plainForm()[3], ' 16 0 R]', ']') }, [16]),
    ),
    { values: { name: 'Ann', agree: 'Yes' }, words: ['Ann'] },
  ),
  'an update after a cross-reference stream': trap(
    rewritten(async (bytes) => filledBefore(new Uint8Array(await throughQpdf(bytes, '--object-streams=generate')))),
  ),
  'PDF 1.3': trap(changed(() => ({}), { version: '1.3' })),
  'PDF 2.0': trap(changed(() => ({}), { version: '2.0' })),
  'junk before the first line': trap(
    rewritten((bytes) => latin1(`HTTP/1.1 200 OK\r\n\r\n${textOfBytes(bytes)}`)),
    { base: 'resaved' },
  ),
  'blank lines before the first line': trap(
    rewritten((bytes) => latin1(`\r\n\n${textOfBytes(bytes)}`)),
    { base: 'resaved' },
  ),
  'junk after the end': trap(
    asText((text) => `${text}\n<html>${'junk '.repeat(500)}</html>`),
    { base: 'resaved' },
  ),
  'zeroes after the end': trap(
    asText((text) => `${text}${'\0'.repeat(3000)}`),
    { base: 'resaved' },
  ),
  'an index elsewhere than it says': trap(
    asText((text) => text.replace(/startxref\n\d+/, 'startxref\n7')),
    { base: 'resaved' },
  ),
  'an index whose entries are one off': trap(
    asText((text) =>
      text.replace(/(\d{10}) 00000 n/g, (_, offset) => `${String(Number(offset) + 1).padStart(10, '0')} 00000 n`),
    ),
    { base: 'resaved' },
  ),
  'an index that begins at 1 where it should at 0': trap(
    asText((text) => text.replace('xref\n0 1\n0000000000 65535 f \n1 6', 'xref\n1 7\n0000000000 65535 f ')),
    { base: 'resaved' },
  ),
  'no index at all': trap(
    asText((text) => text.slice(0, startOf(text))),
    { base: 'resaved' },
  ),
  'cut off in the middle of the index': trap(
    asText((text) => text.slice(0, startOf(text) + 100)),
    { base: 'resaved' },
  ),
  'endobj left out': trap(
    changed(() => ({}), { endobj: '' }),
    { base: 'resaved' },
  ),
  'a Size too small': trap(asText((text) => text.replace(/\/Size \d+/, '/Size 9'))),
  'lines that end in CR alone': trap(rewritten((bytes) => latin1(crAlone(textOfBytes(bytes))))),
  'a Prev of 0': trap(
    asText((text) => text.replace(/\/Size/, '/Prev 0/Size')),
    { base: 'resaved' },
  ),
  'an index that runs in a circle': trap(
    asText((text) => text.replace(/\/Size/, `/Prev ${startOf(text)}/Size`)),
    { base: 'resaved' },
  ),
  'a PDF within the PDF': trap(changed(() => ({ 30: stream(inner, '/Type/EmbeddedFile') }))),
  'a PDF within the PDF, as long as another object says': trap(
    changed(() => ({
      30: `<</Type/EmbeddedFile/Length 31 0 R>>\nstream\n${inner}\nendstream`,
      31: String(inner.length),
    })),
  ),
  'a form that was filled before': trap(rewritten(filledBefore)),
  'usage rights': trap(
    changed((objects) => ({
      1: swap(
        objects[1],
        '/Pages',
        '/Perms<</UR3 30 0 R>>/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 3>>>>/Pages',
      ),
      30: '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 10 20 10]/Contents<00>/Reference[<</Type/SigRef/TransformMethod/UR3/TransformParams<</V/2.2/Form[/FillIn/Export]>>>>]>>',
    })),
  ),
  'scripts of every kind': trap(
    changed((objects) => ({
      1: swap(
        objects[1],
        '/Pages',
        '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/Launch/F(x.exe)>>>>/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>/EmbeddedFiles<</Names[(f)<</Type/Filespec/F(f)/EF<</F 4 0 R>>>>]>>>>/URI<</Base(http://a)>>/Pages',
      ),
      3: swap(objects[3], '/Contents', '/AA<</O<</S/URI/URI(http://a)>>>>/Contents').replace(
        'Annots[',
        'Annots[30 0 R 31 0 R ',
      ),
      6: swap(objects[6], '/DA', '/CO[10 0 R]/XFA[(template) 32 0 R]/NeedAppearances true/SigFlags 1/DA'),
      10: swap(objects[10], '/FT', '/AA<</K<</S/JavaScript/JS 32 0 R>>>>/A<</S/SubmitForm/F(http://a)>>/FT'),
      30: '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F(other.pdf)/D[0/Fit]/Next<</S/Named/N/Print>>>>/PA<</S/URI/URI(http://b)>>>>',
      31: '<</Type/Annot/Subtype/FileAttachment/Rect[20 0 29 9]/FS<</Type/Filespec/F(f)/EF<</F 4 0 R>>>>>>',
      32: '<</Length 5>>\nstream\nalert\nendstream',
    })),
  ),
}

/** The same file with CR for every line end: as many bytes, so that its index is still right. */
const crAlone = (text: string): string =>
  text.replaceAll('\n', '\r').replaceAll('stream\r', 'stream\n').replaceAll('endstream\n', 'endstream\r')
