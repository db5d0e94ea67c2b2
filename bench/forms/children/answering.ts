const MIB = 1024

// Each answer takes what it is asked with; its own types are its caller's business.
type Answers = Record<string, (...words: never[]) => unknown>
type Ask = { number: number; what: string; words: never[] }

/** The most memory that this process had at any time, all of it, in MiB. */
const peakMiB = (): number => process.resourceUsage().maxRSS / MIB

/** The child's side: tells its parent that it is ready, then answers what it is asked. `peakMiB` needs no answer of its own. */
export const answering = (answers: Answers): void => {
  const all: Answers = { peakMiB, ...answers }
  process.on('message', async ({ number, what, words }: Ask) => {
    try {
      process.send?.({ number, answer: await all[what]?.(...words) })
    } catch (error) {
      process.send?.({ number, failed: String(error) })
    }
  })
  process.on('disconnect', () => process.exit())
  process.send?.('ready')
}
