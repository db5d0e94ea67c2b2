import type { PackProblem } from '../../consultation/problem.ts'
import { type RunReader, startRunReader } from '../../workers/runReader.ts'
import { inTurns } from '../inTurns.ts'
import { withProgress } from '../progress.ts'
import { stopWith } from '../stop.ts'
import type { Entry } from './entry.ts'
import type { Job } from './job.ts'
import { lostBy } from './onPaper.ts'

// Each task opens the whole run: some forms at a time keep that cheap, and the bar moving.
const TOGETHER = 20
const AT_ONCE = 2

/** An entry's place in a run: how many pages stand before its own. */
type Part = { entry: Entry; before: number }

const partsOf = ({ entries, form }: Job, duplex: boolean): { parts: Part[]; pages: number } => {
  let pages = 0
  const parts = entries.map((entry) => {
    const before = pages
    const own = form(entry).pages
    pages += duplex ? own + (own % 2) : own
    return { entry, before }
  })
  return { parts, pages }
}

const chunksOf = <T>(list: T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / TOGETHER) }, (_, at) => list.slice(at * TOGETHER, (at + 1) * TOGETHER))

const readChunk = async (job: Job, chunk: Part[], reader: RunReader): Promise<PackProblem[]> => {
  const filled = chunk.map(({ entry }) => job.form(entry))
  const missing = await reader.read(chunk.map(({ before }, at) => ({ before, expected: filled[at]!.expected })))
  return chunk.flatMap(({ entry }, at) => lostBy(entry, job, filled[at]!, missing[at]!))
}

/**
 * Holds every page of a print run against the answers, and says how many pages it has. Throws Stop with every word and tick
 * that is not on paper.
 */
export const expectRunOnPaper = async (job: Job, run: Uint8Array, duplex: boolean): Promise<number> => {
  const { parts, pages } = partsOf(job, duplex)
  const reader = startRunReader(run, job.prepared.copies.final.head.bytes)
  const problems = await withProgress('Reading back', parts.length, ({ step }) =>
    inTurns(chunksOf(parts), AT_ONCE, async (chunk) => {
      const lost = await readChunk(job, chunk, reader)
      step(chunk.length)
      return lost
    }),
  ).finally(() => reader.close())
  if (problems.flat().length > 0) throw stopWith(problems.flat())
  return pages
}
