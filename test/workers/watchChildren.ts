import { readdirSync, readFileSync } from 'node:fs'

const toldOf = (pid: string, file: 'status' | 'stat'): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/** What the children of a process took at most, each by itself: MB resident, milliseconds from start to end, and of processors. */
export type Taken = { mb: number; ms: number; cpuMs: number }

// Linux counts in hundredths of a second, in the 14th and 15th word; the second, a name in brackets, may hold blanks.
const cpuMsIn = (stat: string): number => {
  const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(words[11] ?? 0) + Number(words[12] ?? 0)) * 10
}

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
  const taken = { mb: 0, ms: 0, cpuMs: 0 }
  const lookAt = (pid: string, status: string): void => {
    const now = performance.now()
    const since = begun.get(pid) ?? now
    begun.set(pid, since)
    taken.ms = Math.max(taken.ms, now - since)
    taken.cpuMs = Math.max(taken.cpuMs, cpuMsIn(toldOf(pid, 'stat')))
    taken.mb = Math.max(taken.mb, Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024)
  }
  const look = (): void => {
    for (const pid of readdirSync('/proc')) {
      if (strangers.has(pid)) continue
      const status = toldOf(pid, 'status')
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
