import { readdirSync, readFileSync } from 'node:fs'

const statusOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

const EVERY_MS = 4

/**
 * Watches the children of a process while `work` is done; answers what it came to, and the most memory that any of them ever
 * had resident, in MB: the system's own high-water mark, looked at every few milliseconds until a child is gone (Linux).
 */
export const withPeak = async <Result>(
  work: () => Promise<Result>,
  parent = process.pid,
): Promise<{ result: Result; peakMb: number }> => {
  const strangers = new Set(readdirSync('/proc'))
  let peakMb = 0
  const look = (): void => {
    for (const pid of readdirSync('/proc')) {
      if (strangers.has(pid)) continue
      const status = statusOf(pid)
      if (!status.includes(`\nPPid:\t${parent}\n`)) strangers.add(pid)
      else peakMb = Math.max(peakMb, Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024)
    }
  }
  const looking = setInterval(look, EVERY_MS)
  try {
    return { result: await work(), peakMb }
  } finally {
    clearInterval(looking)
  }
}
