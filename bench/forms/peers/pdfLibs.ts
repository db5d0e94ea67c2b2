import fontkitOfTheFork from '@cantoo/fontkit'
import fontkit from '@pdf-lib/fontkit'
import * as fork from 'pdf-lib'
import * as original from 'pdf-lib-1'
import { type PdfLib, pdfLibPeer } from './pdfLib.ts'

/** Its fontkit asks a font for tables that our cut one does not carry. */
const forgiving: PdfLib['fontkit'] = {
  create: (bytes, ...rest) =>
    Object.defineProperties(fontkit.create(bytes, ...rest), {
      postscriptName: { value: 'NotoSans' },
      post: { value: { italicAngle: 0, isFixedPitch: 0 } },
    }),
}

/** pdf-lib writes the font again with every `save`, so its own writer is called instead, after one `flush`. */
export const originalLib: PdfLib = {
  module: original,
  fontkit: forgiving,
  save: ({ context }) => original.PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer(),
}

/** The fork speaks pdf-lib's interface, and writes its font once by itself. */
const forkLib: PdfLib = {
  module: fork as unknown as PdfLib['module'],
  fontkit: fontkitOfTheFork as unknown as PdfLib['fontkit'],
  save: (document) => {
    const all = { useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false, rewrite: true }
    return document.save({ ...all, objectsPerTick: Number.POSITIVE_INFINITY })
  },
}

/** pdf-lib as its author left it in 2021. */
export const pdfLib = pdfLibPeer(originalLib)

/** The fork that our own import of forms reads with. */
export const cantoo = pdfLibPeer(forkLib)
