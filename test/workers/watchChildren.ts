import { readdirSync, readFileSync } from 'node:fs'

const statusOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

/** What the children of a process took at most, each by itself: MB resident, and milliseconds from start to end. */
export type Taken = { mb: number; ms: number }

const EVERY_MS = 4

/**
 * Watches the children of a process while `work` is done. The memory is the system's own high-water mark, looked at every few
 * milliseconds until a child is gone (Linux).
 */
export const watchChildren = async <Result>(
  work: () => Promise<Result>,
  parent = process.pid,
): Promise<{ result: Result; taken: Taken }> => {
  const strangers = new Set(readdirSync('/proc'))
  const begun = new Map<string, number>()
  const taken = { mb: 0, ms: 0 }
  const lookAt = (pid: string, status: string): void => {
    const now = performance.now()
    const since = begun.get(pid) ?? now
    begun.set(pid, since)
    taken.ms = Math.max(taken.ms, now - since)
    taken.mb = Math.max(taken.mb, Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024)
  }
  const look = (): void => {
    for (const pid of readdirSync('/proc')) {
      if (strangers.has(pid)) continue
      const status = statusOf(pid)
      if (status.includes(`\nPPid:\t${parent}\n`)) lookAt(pid, status)
      else strangers.add(pid)
    }
  }
  const looking = setInterval(look, EVERY_MS)
  try {
    return { result: await work(), taken }
  } finally {
    clearInterval(looking)
  }
}
