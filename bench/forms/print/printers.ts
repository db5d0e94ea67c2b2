import type { Response } from '../material/responses.ts'

/** What printers are given: the official form, a folder of filled forms, and the responses in them. */
export type PrintTask = { official: Uint8Array; filled: string; responses: Response[] }

/** Makes one PDF of all responses. What can be done before anybody presses "Print" was done. */
export type Printer = (task: PrintTask) => Promise<() => Uint8Array | Promise<Uint8Array>>

/** The printers that run in Node; only the one that is asked for is loaded. */
export const printers = {
  ours: async (task: PrintTask) => (await import('./ourPrintRun.ts')).ourPrintRun(task),
  'pdf-lib copyPages': async (task: PrintTask) => (await import('./pdfLibCopyPages.ts')).pdfLibCopyPages(task),
  'pdf-lib, pages embedded once': async (task: PrintTask) => (await import('./pdfLibDrawn.ts')).pdfLibDrawn(task),
}
