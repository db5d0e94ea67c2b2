import { SingleBar } from 'cli-progress'

/** Shows on a terminal how far a long work is: `step` says that one more is done, or several. */
export type Progress = { step(done?: number): void }

/** Does a work of `total` steps under a bar on standard error; where that is no terminal, nothing is shown. */
export const withProgress = async <T>(
  what: string,
  total: number,
  work: (progress: Progress) => Promise<T>,
): Promise<T> => {
  const format = `${what} {bar} {value} of {total}, {eta_formatted} left`
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, linewrap: true, barsize: 30 })
  bar.start(total, 0)
  try {
    return await work({ step: (done = 1) => bar.increment(done) })
  } finally {
    bar.stop()
  }
}
