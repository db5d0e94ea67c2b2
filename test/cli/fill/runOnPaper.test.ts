import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Job, readJob } from '../../../src/cli/fill/job.ts'
import { expectRunOnPaper } from '../../../src/cli/fill/runOnPaper.ts'
import { printRun } from '../../../src/pdf/printRun.ts'
import { packs, withFolder } from '../command.ts'
import { csv } from '../table.ts'

const rows = Array.from({ length: 23 }, (_, at) => [at % 2 ? 'saturday' : 'weekdays', `Reason number ${at}`])

const withJob = (use: (job: Job) => Promise<void>) =>
  withFolder(async (folder) => {
    await writeFile(join(folder, 'a.csv'), csv([['days', 'days-why'], ...rows]))
    await use(await readJob({ pack: packs.library, source: { many: join(folder, 'a.csv') }, copy: 'final' }))
  })

const runOf = ({ prepared, entries, marks }: Job, duplex: boolean) =>
  printRun(
    prepared,
    entries.map((entry) => ({ answers: entry.answers, marks: marks(entry) })),
    { duplex },
  )

test('a run that holds every form is taken, with blank pages and without', () =>
  withJob(async (job) => {
    for (const duplex of [true, false]) {
      expect(await expectRunOnPaper(job, await runOf(job, duplex), duplex)).toBe(duplex ? 46 : 23)
    }
  }))

test('a word and a tick that are not on their page of the run are told by their rows', () =>
  withJob(async (job) => {
    const entries = job.entries.map((entry) => {
      if (entry.row === 4) return { ...entry, answers: { ...entry.answers, 'days-why': 'Another reason' } }
      return entry.row === 23 ? { ...entry, answers: { ...entry.answers, days: ['evenings'] } } : entry
    })
    const problems = await expectRunOnPaper(job, await runOf({ ...job, entries }, true), true).catch(
      (error) => error.problems,
    )
    expect(problems.map(({ path }: { path: string }) => path)).toEqual([
      'row 4, column days-why',
      'row 23, column days',
      'row 23, column days',
    ])
  }))

test('a run with a page too few is refused', () =>
  withJob(async (job) => {
    const short = await runOf({ ...job, entries: job.entries.slice(0, -1) }, true)
    await expect(expectRunOnPaper(job, short, true)).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ path: 'row 24, column days-why' })]),
    })
  }))
