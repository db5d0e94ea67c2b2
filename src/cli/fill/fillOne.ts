import type { CopyName } from '../../pdf/fill.ts'
import { typedPath } from '../paths.ts'
import type { Report } from '../report.ts'
import { expectFolderFor, writeWhole } from '../writeWhole.ts'
import { readJob } from './job.ts'
import { expectOnPaper } from './onPaper.ts'

/** One form to fill from one file of answers. */
export type One = { pack: string; answers: string; out: string; copy: CopyName }

/** Fills a pack's form with the answers in a file, reads it back, and writes it. The same answers give the same bytes. */
export const fillOne = async ({ pack, answers, out, copy }: One): Promise<Report> => {
  await expectFolderFor(typedPath(out), out)
  const job = await readJob({ pack, source: { answers: [answers] }, copy })
  await expectOnPaper(job)
  const { bytes, pages } = job.form(job.entries[0]!)
  await writeWhole(typedPath(out), bytes, out)
  return { facts: { file: out, copy, pages, bytes: bytes.length }, words: '' }
}
