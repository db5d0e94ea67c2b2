import { doubtful, type Finding, fine, wrong } from './finding.ts'

const ALIVE_MS = 60_000

/** Whether somebody goes round with the outbox: its last round (ms, UTC), null when there was none. */
export const checkOutbox = (lastRoundAt: number | null, sendsHere: boolean, now: number): Finding => {
  const about = 'The outbox'
  const start = sendsHere ? 'Start the product.' : 'Start the worker too (npm run worker): OUTBOX is elsewhere.'
  if (lastRoundAt === null) return doubtful(about, 'nobody goes round with it', start)
  const seconds = Math.round((now - lastRoundAt) / 1000)
  if (now - lastRoundAt <= ALIVE_MS) return fine(about, `the last round was ${seconds} seconds ago`)
  return wrong(about, `the last round was ${seconds.toLocaleString('en-GB')} seconds ago: nothing is sent`, start)
}
