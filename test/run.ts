import { jest } from './run/jest.ts'
import { check, runAll, type Suite } from './run/suite.ts'
import { missingTools } from './run/tools.ts'

// Every check there is, in the order in which a failure is cheapest to learn of. `--promises` adds the long ones.

const promises = process.argv.includes('--promises')

const tools: Suite = {
  name: 'tools',
  run: async () => {
    const sentence = missingTools(promises)
    if (sentence) console.log(sentence)
    return { passed: 0, failed: sentence ? 1 : 0 }
  },
}

const { passed, failed } = await runAll(
  [
    check('types', 'tsc'),
    check('lint', 'biome', 'check'),
    check('arrows', 'npm', 'run', '--silent', 'arrows'),
    tools,
    jest('unit', '--maxWorkers=2'),
    jest('stories', '--runInBand'),
    ...(promises ? [jest('promises', '--runInBand', 40)] : []),
  ],
  console.log,
)

process.exitCode = failed > 0 ? 1 : 0
console.log(`\n${passed} passed, ${failed} failed`)
