import { PDFBool, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { textOf } from '../found/fieldTree.ts'

/** What a form is called, and the tag of its language (BCP 47). */
export type About = { title: string; language: string }

const titleString = (title: string) =>
  /^[\x20-\x7e]*$/.test(title) && !/[\\()]/.test(title) ? PDFString.of(title) : PDFHexString.fromText(title)

/** Gives a form a language and a title where it has none, and asks readers to show the title. */
export const describeForm = ({ catalog, context }: PDFDocument, { title, language }: About): void => {
  if (!textOf(catalog.lookup(PDFName.of('Lang')))) catalog.set(PDFName.of('Lang'), PDFString.of(language))
  const found = context.lookup(context.trailerInfo.Info)
  const info = found instanceof PDFDict ? found : context.obj({})
  if (info !== found || !context.getObjectRef(info)) context.trailerInfo.Info = context.register(info)
  if (!textOf(info.lookup(PDFName.of('Title')))?.trim()) info.set(PDFName.of('Title'), titleString(title))
  const preferences = catalog.lookup(PDFName.of('ViewerPreferences'))
  const shown = preferences instanceof PDFDict ? preferences : context.obj({})
  shown.set(PDFName.of('DisplayDocTitle'), PDFBool.True)
  if (shown !== preferences) catalog.set(PDFName.of('ViewerPreferences'), shown)
}
