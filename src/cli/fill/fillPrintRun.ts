import { printRun } from '../../pdf/printRun.ts'
import { counted } from '../counted.ts'
import { typedPath } from '../paths.ts'
import type { Report } from '../report.ts'
import { expectFolderFor, writeWhole } from '../writeWhole.ts'
import { readJob, type Source } from './job.ts'
import { expectRunOnPaper } from './runOnPaper.ts'

/** One PDF of many forms; `printRun` is the file, and with `duplex` each form begins on the front of a sheet. */
export type PrintRun = { pack: string; source: Source; printRun: string; duplex: boolean }

/** Makes one PDF of everybody's forms, reads it back, and writes it. */
export const fillPrintRun = async ({ pack, source, printRun: out, duplex }: PrintRun): Promise<Report> => {
  await expectFolderFor(typedPath(out), out)
  const job = await readJob({ pack, source, copy: 'final' })
  const responses = job.entries.map((entry) => ({ answers: entry.answers, marks: job.marks(entry) }))
  const bytes = await printRun(job.prepared, responses, { duplex })
  const pages = await expectRunOnPaper(job, bytes, duplex)
  await writeWhole(typedPath(out), bytes, out)
  return {
    facts: { file: out, duplex, forms: responses.length, pages, bytes: bytes.length },
    words: `Written: ${out}, ${counted(responses.length, 'form')}, ${counted(pages, 'page')}.`,
  }
}
