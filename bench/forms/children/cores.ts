import { readFileSync } from 'node:fs'
import { pathOf } from '../../../test/run/tools.ts'

const numbersIn = (list: string): number[] =>
  list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })

/** The cores that this process may use, as Linux numbers them; none where it cannot be known. */
const cores = ((): number[] => {
  try {
    return numbersIn(/^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '')
  } catch {
    return []
  }
})()

/** What goes before a command so that it keeps to one core: the first or the last; nothing where taskset is missing. */
export const pinnedTo = (which: 'first core' | 'last core'): string[] => {
  const core = which === 'first core' ? cores[0] : cores.at(-1)
  const taskset = pathOf('taskset')
  return core === undefined || !taskset ? [] : [taskset, '-c', String(core)]
}
