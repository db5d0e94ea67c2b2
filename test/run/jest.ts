import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type Count, type Suite, succeeds } from './suite.ts'

const summary = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
})

const read = (file: string) => {
  try {
    return summary.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/**
 * What a run of jest counts for, from its JSON file and whether it ended well. A test left out is not a test passed, a file
 * that could not be loaded is a failure, and so is a run that left no JSON, proved nothing, or ended badly.
 */
export const countOf = (file: string, endedWell: boolean): Count => {
  const found = read(file)
  if (!found) return { passed: 0, failed: 1 }
  const left = found.numPendingTests + found.numTodoTests
  const failed = found.numFailedTests + found.numRuntimeErrorTestSuites + left
  const proved = endedWell && found.numPassedTests > 0
  return { passed: found.numPassedTests, failed: failed === 0 && !proved ? 1 : failed }
}

/** A project of jest.config.js, run with one more option of jest's. */
export const jest = (project: string, option: string, minutes?: number): Suite => ({
  name: project,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jest-'))
    const file = join(folder, 'summary.json')
    const words = [
      'run',
      '--silent',
      'jest',
      '--',
      '--selectProjects',
      project,
      '--json',
      `--outputFile=${file}`,
      option,
    ]
    const count = countOf(file, await succeeds('npm', words, minutes))
    rmSync(folder, { recursive: true })
    return count
  },
})
