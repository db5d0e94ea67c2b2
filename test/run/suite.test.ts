import { check, runAll } from './suite.ts'

const node = (code: string) => ['-e', code] as const

test('every suite runs, the ones after a failure too, and all are added up', async () => {
  const lines: string[] = []
  const total = await runAll(
    [
      check('good', process.execPath, ...node('process.exit(0)')),
      check('bad', process.execPath, ...node('process.exit(1)')),
      check('ended by a signal', process.execPath, ...node('process.kill(process.pid, "SIGKILL")')),
      check('not there', '/nowhere/program'),
      { name: 'many', run: async () => ({ passed: 40, failed: 1 }) },
    ],
    (line) => lines.push(line),
  )
  expect(lines).toHaveLength(10)
  expect(lines.at(-1)).toMatch(/many: 40 passed, 1 failed, \d+\.\d s$/)
  expect(total).toEqual({ passed: 41, failed: 4 })
})
