import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What pdf.js finds in a PDF: what it warns of, and the value of each field that stands on a page, by its full name. */
export type PdfJsRead = { warnings: string[]; values: Record<string, string | string[]> }

const standardFonts = join(import.meta.dirname, '../../node_modules/pdfjs-dist/standard_fonts/')
const WARNINGS = 1 // VerbosityLevel.WARNINGS
// What it says of Node, which has no canvas, and not of a PDF.
const OF_NODE = /canvas|polyfill|Path2D|DOMMatrix|ImageData/i

/** Everything that is said on the console in the meantime. */
const overhear = async (use: () => Promise<void>): Promise<string[]> => {
  const { log, warn } = console
  const heard: string[] = []
  const hear = (...words: unknown[]) => void heard.push(words.join(' '))
  Object.assign(console, { log: hear, warn: hear })
  try {
    await use()
  } finally {
    Object.assign(console, { log, warn })
  }
  return heard.filter((words) => !OF_NODE.test(words))
}

type Widget = { fieldName?: string; fieldValue?: unknown }

const wordsOf = (value: unknown): string | string[] => {
  if (Array.isArray(value)) return value.length > 1 ? value.map(String) : String(value[0] ?? '')
  return value === undefined || value === null || value === 'Off' ? '' : String(value)
}

/** Opens a PDF in pdf.js, goes through the drawing of every page, and reads its fields. */
export const readWithPdfJs = async (bytes: Uint8Array): Promise<PdfJsRead> => {
  const values: PdfJsRead['values'] = {}
  const warnings = await overhear(async () => {
    const loading = getDocument({
      data: Uint8Array.from(bytes),
      verbosity: WARNINGS,
      standardFontDataUrl: standardFonts,
    })
    const document = await loading.promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      await page.getOperatorList({ intent: 'print' })
      await page.getTextContent()
      const widgets: Widget[] = await page.getAnnotations({ intent: 'print' })
      for (const { fieldName, fieldValue } of widgets) if (fieldName) values[fieldName] = wordsOf(fieldValue)
    }
    await loading.destroy()
  })
  return { warnings, values }
}
