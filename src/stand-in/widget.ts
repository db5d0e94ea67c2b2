import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib'

/** A widget that stands on its page, its size in points. */
export type Widget = { reference: PDFRef; dictionary: PDFDict; width: number; height: number }

type Entries = { [name: string]: Entries | PDFObject | string | number }

/** Words that are said or shown, in UTF-16. */
export const words = (text: string): PDFHexString => PDFHexString.fromText(text)

/** Sets entries of a dictionary; a plain string becomes a name. */
export const enter = (dictionary: PDFDict, entries: Entries): void => {
  for (const [key, value] of dictionary.context.obj(entries).entries()) dictionary.set(key, value)
}

const sizeOf = (dictionary: PDFDict): { width: number; height: number } => {
  const rectangle = dictionary.lookup(PDFName.of('Rect'), PDFArray)
  const [left, bottom, right, top] = [0, 1, 2, 3].map((at) => rectangle.lookup(at, PDFNumber).asNumber())
  return { width: right! - left!, height: top! - bottom! }
}

/** Every widget in the order in which it was drawn. */
export const widgetsOf = (document: PDFDocument): Widget[] =>
  document.getPages().flatMap((page) => {
    const annotations = page.node.Annots()
    const references = annotations ? annotations.asArray().filter((entry) => entry instanceof PDFRef) : []
    return references.map((reference) => {
      const dictionary = document.context.lookup(reference, PDFDict)
      enter(dictionary, { P: page.ref })
      return { reference, dictionary, ...sizeOf(dictionary) }
    })
  })
