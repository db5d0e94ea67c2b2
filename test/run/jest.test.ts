import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFolder } from '../storage/folder.ts'
import { countOf } from './jest.ts'

const summary = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
}

const count = (found: object | string, endedWell = true) =>
  withFolder((folder) => {
    const file = join(folder, 'summary.json')
    writeFileSync(file, typeof found === 'string' ? found : JSON.stringify(found))
    return countOf(file, endedWell)
  })

test('a good run counts its tests', async () => {
  expect(await count(summary)).toEqual({ passed: 5, failed: 0 })
})

test('a failed test, a file that did not load, and a test left out are failures each', async () => {
  expect(await count({ ...summary, numFailedTests: 2 }, false)).toEqual({ passed: 5, failed: 2 })
  expect(await count({ ...summary, numRuntimeErrorTestSuites: 1 }, false)).toEqual({ passed: 5, failed: 1 })
  expect(await count({ ...summary, numPendingTests: 1, numTodoTests: 2 })).toEqual({ passed: 5, failed: 3 })
})

test('a run that ended badly has failed, though no test says so', async () => {
  expect(await count(summary, false)).toEqual({ passed: 5, failed: 1 })
})

test('a run that left no summary, or half of one, has failed', async () => {
  expect(countOf('/nowhere/summary.json', true)).toEqual({ passed: 0, failed: 1 })
  expect(await count('{"numPassedTests": 5')).toEqual({ passed: 0, failed: 1 })
})

test('a run without a single test has failed', async () => {
  expect(await count({ ...summary, numPassedTests: 0 })).toEqual({ passed: 0, failed: 1 })
})
