import { deflateSync } from 'node:zlib'
import {
  filled,
  form,
  formOf,
  MIB,
  object,
  objectStream,
  objects,
  PAGE,
  PLACE,
  pageTree,
  pdf,
  ROOT,
  stream,
  TWICE,
  twice,
} from './pdfParts.ts'

/** One object, number 10, in an object stream. */
const packed = (body: string): Uint8Array => pdf(ROOT, objectStream(twice(`10 0 ${body}`), 1, 5))

const manyPacked = (count: number): Uint8Array => {
  const head = `${Array.from({ length: count }, (_, index) => `${index + 10} ${index * 3}`).join(' ')} `
  return pdf(ROOT, objectStream(twice(head + '[] '.repeat(count)), count, head.length))
}

const crossReferences = (dict: string, bytes: Uint8Array = Buffer.from('abc')): Uint8Array =>
  pdf(ROOT, stream(7, `/Type/XRef/Root 1 0 R${dict}`, bytes))

/** The cross-reference section at the byte where the file says its newest is, which names itself as the one before. */
const looped = (): Uint8Array => {
  const head = `%PDF-1.7\n${ROOT}${object(3, '<</Fields[]>>')}${PAGE}`
  const loop = `xref\n0 1\n0000000000 65535 f \ntrailer<</Size 9/Root 1 0 R/Prev ${head.length}>>\n`
  return Buffer.from(`${head}${loop}startxref\n${head.length}\n%%EOF\n`)
}

/**
 * Small files, at most 8 MB, that ask for gigabytes, for minutes, or for another round for ever. Each is made when called.
 */
export const bombs: Record<string, () => Uint8Array> = {
  'an object stream of 300 MB of zeros': () => pdf(ROOT, objectStream(filled(300, '0'))),
  'an object stream of 200 MB of blanks': () => pdf(ROOT, objectStream(filled(200, ' '))),
  'forty object streams of 20 MB': () => {
    const zeros = filled(20, '0')
    return pdf(ROOT, ...Array.from({ length: 40 }, (_, index) => objectStream(zeros, 1, 4, 10 + index)))
  },
  'a million objects in a stream': () => manyPacked(1_000_000),
  'an array of twenty million in a stream': () => packed(`[${'[]'.repeat(20 * MIB)}]`),
  'two million names in a stream': () =>
    packed(`[${Array.from({ length: 2 * MIB }, (_, index) => `/${index.toString(36)}`).join('')}]`),
  'a string of 200 MB in a stream': () => packed(`(${'a'.repeat(200 * MIB)})`),
  'words of 110 MB in a field': () => form(`/FT/Tx/T(a)/V 6 0 R${PLACE}`, stream(6, TWICE, filled(110, 'a'))),
  'words of 5 MB in two thousand fields': () =>
    formOf(2000, (number) => `<</FT/Tx/T(a${number})/V 6 0 R${PLACE}>>`, stream(6, TWICE, filled(5, 'a'))),
  'words of 1 GB in run lengths': () => {
    const runs = deflateSync(Buffer.alloc(16 * MIB, Buffer.from([129, 97])))
    return form(`/FT/Tx/T(a)/V 6 0 R${PLACE}`, stream(6, '/Filter[/FlateDecode/RunLengthDecode]', runs))
  },
  'a page whose content is 1 GB': () =>
    pageTree(
      object(10, '<</Type/Pages/Kids[11 0 R]/Count 1>>'),
      object(11, '<</Type/Page/Contents 6 0 R>>'),
      stream(6, TWICE, filled(1000, ' ')),
    ),

  'arrays 200,000 deep in a field': () => form(`/FT/Tx/T(a)/V${'['.repeat(200_000)}${']'.repeat(200_000)}`),
  'arrays four million deep, never closed': () => pdf(ROOT, object(10, '['.repeat(4 * MIB))),
  'dictionaries a million deep': () => pdf(ROOT, object(10, `${'<</a'.repeat(MIB)} 1${'>>'.repeat(MIB)}`)),
  'arrays 20,000 deep, 300 times': () =>
    pdf(
      ROOT,
      objects(300, () => '['.repeat(20_000)),
    ),
  'a page tree 100,000 deep': () =>
    pageTree(objects(100_000, (number, next) => `<</Type/Pages/Kids[${next} 0 R]/Count 1/Parent ${number - 1} 0 R>>`)),
  'a page that is there a million times': () =>
    pageTree(object(10, `<</Type/Pages/Kids[${'4 0 R '.repeat(1_000_000)}]/Count 1000000>>`), PAGE),
  'a page tree that doubles sixty times': () =>
    pageTree(
      objects(60, (_, next) => `<</Type/Pages/Kids[${next} 0 R ${next} 0 R]/Count 2>>`),
      object(70, '<</Type/Page/MediaBox[0 0 9 9]>>'),
    ),
  'fields that double forty times': () =>
    pdf(
      ROOT,
      object(3, '<</Fields[10 0 R]>>'),
      PAGE,
      objects(40, (_, next) => `<</T(a)/Kids[${next} 0 R ${next} 0 R]>>`),
      object(50, `<</T(x)/FT/Tx${PLACE}>>`),
    ),
  'three thousand fields, each in the one before': () =>
    formOf(3000, (number) => `<</FT/Tx/T(${'a'.repeat(500)})/Parent ${number - 1} 0 R${PLACE}>>`),

  'pages that are their own kids': () => pageTree(object(10, '<</Type/Pages/Kids[10 0 R]/Count 1>>')),
  'pages that are the kids of their kids': () =>
    pageTree(object(10, '<</Type/Pages/Kids[11 0 R]/Count 1>>'), object(11, '<</Type/Pages/Kids[10 0 R]/Count 1>>')),
  'pages whose parents go round': () =>
    pageTree(
      object(10, '<</Type/Pages/Kids[11 0 R]/Count 1/Parent 12 0 R>>'),
      object(11, '<</Type/Page/Parent 10 0 R>>'),
      object(12, '<</Type/Pages/Parent 10 0 R>>'),
    ),
  'a field in itself': () => form(`/T(a)/Parent 5 0 R${PLACE}`),
  'a field that is its own kid': () => form('/T(a)/Kids[5 0 R]'),
  'a field whose parents go round': () => form(`/FT/Tx/T(a)/Parent 6 0 R${PLACE}`, object(6, '<</T(b)/Parent 5 0 R>>')),
  'a value that stands for itself': () => form(`/FT/Tx/T(a)/V 6 0 R${PLACE}`, object(6, '7 0 R'), object(7, '6 0 R')),
  'a length that stands in its own stream': () =>
    form(`/FT/Tx/T(a)/V 6 0 R${PLACE}`, '6 0 obj\n<</Length 6 0 R>>stream\nabc\nendstream\nendobj\n'),
  'cross-references that go round': looped,

  'a size of two thousand million': () => crossReferences('/Size 2000000000/W[1 2 1]'),
  'an index of nine hundred million': () => crossReferences('/Size 9/Index[0 900000000]/W[1 2 1]'),
  'entries of no width': () => crossReferences('/Size 900000000/W[0 0 0]'),
  'entries of two thousand million bytes': () => crossReferences('/Size 9/W[2000000000 2 1]'),
  'two thousand million pages, by the count': () =>
    pageTree(object(10, '<</Type/Pages/Kids[4 0 R]/Count 2000000000>>'), PAGE),
  'predictor columns by the thousand million': () =>
    crossReferences(
      '/Size 9/W[1 2 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1000000000/Colors 32>>',
      deflateSync(Buffer.alloc(1000)),
    ),

  'half a million objects, never ended': () => pdf(ROOT, '1 0 obj '.repeat(MIB / 2)),
  'a quarter of a million streams, never ended': () => pdf(ROOT, '1 0 obj<<>>stream '.repeat(MIB / 4)),
  '7 MB of nothing': () => pdf(ROOT, 'x'.repeat(7 * MIB)),
  '7 MB of figures': () => pdf('1'.repeat(7 * MIB)),
  '7 MB of words in a field': () => form(`/FT/Tx/T(a)/V(${'a'.repeat(7 * MIB)})${PLACE}`),
  '3 MB of words in hexadecimal': () => form(`/FT/Tx/T(a)/V<${'41'.repeat(3 * MIB)}>${PLACE}`),
  'words of 1 MB in two thousand fields': () =>
    formOf(2000, (number) => `<</FT/Tx/T(a${number})/V 6 0 R${PLACE}>>`, object(6, `(${'a'.repeat(MIB)})`)),
  'sixty thousand fields': () => formOf(60_000, (number) => `<</FT/Tx/T(a${number})${PLACE}>>`),
  'one field a million times': () =>
    pdf(ROOT, object(3, `<</Fields[${'5 0 R '.repeat(1_000_000)}]>>`), PAGE, object(5, `<</FT/Tx/T(a)${PLACE}>>`)),
  'a hundred thousand filters': () =>
    pdf(ROOT, stream(7, `/Type/ObjStm/N 1/First 4/Filter[${'/ASCIIHexDecode'.repeat(100_000)}]`, Buffer.from('30'))),
}
