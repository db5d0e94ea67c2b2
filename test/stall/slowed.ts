import { clearInterval, setInterval } from 'node:timers'
import type { Tablet } from './chromium.ts'

const [ON_MS, SLOWNESS] = [5, 4]

/** Lets a browser, all of its processes, run a quarter of the time: a processor four times as slow. */
export const slowed = async <Result>(tablet: Pick<Tablet, 'signal'>, use: () => Promise<Result>): Promise<Result> => {
  let turn = 0
  const timer = setInterval(() => {
    turn = (turn + 1) % SLOWNESS
    tablet.signal(turn === 0 ? 'SIGCONT' : 'SIGSTOP')
  }, ON_MS)
  try {
    return await use()
  } finally {
    clearInterval(timer)
    tablet.signal('SIGCONT')
  }
}
