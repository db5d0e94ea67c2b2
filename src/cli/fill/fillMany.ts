import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CopyName } from '../../pdf/fill.ts'
import { counted } from '../counted.ts'
import { typedPath } from '../paths.ts'
import { withProgress } from '../progress.ts'
import type { Report } from '../report.ts'
import { fileProblem, Stop } from '../stop.ts'
import { untilStopped } from '../untilStopped.ts'
import { writeWhole } from '../writeWhole.ts'
import { checkFree, checkNames, fileNameOf, type Named } from './fileNames.ts'
import { type Job, readJob } from './job.ts'
import { expectOnPaper } from './onPaper.ts'

/** A form to fill for each row of a table, into a folder. */
export type Many = { pack: string; many: string; outDir: string; copy: CopyName; replace: boolean }

type Written = { row: number | null; reference: string | null; file: string; pages: number }

const expectNoFile = async (folder: string, named: string): Promise<void> => {
  const there = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw fileProblem(error, named)
  })
  if (there && !there.isDirectory()) throw fileProblem({ code: 'EEXIST' }, named)
}

const namesOf = ({ consultation, entries }: Job): Named[] =>
  entries.map((entry) => ({ entry, name: fileNameOf(consultation, entry) }))

const writeAll = (job: Job, folder: string, outDir: string): Promise<Written[]> =>
  untilStopped(async (stopped) => {
    await mkdir(folder, { recursive: true }).catch((error: unknown) => Promise.reject(fileProblem(error, outDir)))
    const named = namesOf(job)
    const written: Written[] = []
    await withProgress('Writing', named.length, async ({ step }) => {
      for (const { entry, name } of named) {
        if (stopped())
          throw new Stop(1, `Stopped: ${written.length} of ${named.length} forms are in ${outDir}, each whole.`)
        const { bytes, pages } = job.form(entry)
        await writeWhole(join(folder, name), bytes, join(outDir, name))
        written.push({ row: entry.row, reference: entry.reference, file: name, pages })
        step()
      }
    })
    return written
  })

/** Fills a form for each row, each read back before the first is written, each written whole. */
export const fillMany = async ({ pack, many, outDir, copy, replace }: Many): Promise<Report> => {
  const folder = typedPath(outDir)
  await expectNoFile(folder, outDir)
  const job = await readJob({ pack, source: { many }, copy }, async (read) => [
    ...checkNames(namesOf(read)),
    ...(await checkFree(folder, namesOf(read), replace)),
  ])
  await expectOnPaper(job)
  const forms = await writeAll(job, folder, outDir)
  const pages = forms.reduce((sum, form) => sum + form.pages, 0)
  const words = `Written in ${outDir}: ${counted(forms.length, 'form')}, ${counted(pages, 'page')}.`
  return { facts: { folder: outDir, copy, pages, forms }, words }
}
