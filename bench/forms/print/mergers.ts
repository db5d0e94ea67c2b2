import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { pathOf } from '../../../test/run/tools.ts'
import { pinnedTo } from '../children/cores.ts'

/** A program that makes one PDF of many. */
type Merger = { name: string; words(files: string[], out: string): string[] }

const mergers: Merger[] = [
  { name: 'pdfunite', words: (files, out) => [...files, out] },
  { name: 'qpdf', words: (files, out) => ['--empty', '--pages', ...files, '--', out] },
  { name: 'mutool', words: (files, out) => ['merge', '-o', out, ...files] },
]

/** Those of pdfunite, qpdf and mutool that are installed here. */
export const installedMergers = (): Merger[] => mergers.filter(({ name }) => pathOf(name) !== null)

const EVERY_MS = 25

/** The most memory that a process had so far, in MiB; null where Linux does not say or it has gone. */
const peakOf = (pid: number): number | null => {
  try {
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024 || null
  } catch {
    return null
  }
}

/** Runs a merger on one core; answers its time, and its peak memory as it was last seen. */
export const merge = async ({ name, words }: Merger, files: string[], out: string) => {
  const [command = '', ...more] = [...pinnedTo('last core'), pathOf(name) ?? name, ...words(files, out)]
  const begun = performance.now()
  const child = spawn(command, more, { stdio: 'ignore' })
  let peakMiB: number | null = null
  const watch = setInterval(() => (peakMiB = peakOf(child.pid ?? 0) ?? peakMiB), EVERY_MS)
  const [code] = (await once(child, 'close')) as [number | null]
  clearInterval(watch)
  // qpdf ends with 3 when it has warned and written.
  if (code !== 0 && code !== 3) throw new Error(`${name} ended with ${code}`)
  return { ms: performance.now() - begun, peakMiB }
}
