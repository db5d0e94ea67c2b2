import { jest } from './run/jest.ts'
import { check, runAll, type Suite } from './run/suite.ts'
import { missingTools, type Reach } from './run/tools.ts'

// Every check there is, in the order in which a failure is cheapest to learn of. `--promises` adds the long ones,
// `--soak` runs those alone that cut the power.

const reach: Reach = (['soak', 'promises'] as const).find((one) => process.argv.includes(`--${one}`)) ?? 'always'

const tools: Suite = {
  name: 'tools',
  run: async () => {
    const sentence = missingTools(reach)
    if (sentence) console.log(sentence)
    return { passed: 0, failed: sentence ? 1 : 0 }
  },
}

const suites = [
  check('types', 'tsc'),
  check('lint', 'biome', 'check'),
  check('arrows', 'npm', 'run', '--silent', 'arrows'),
  tools,
  jest('unit', '--maxWorkers=2', 30),
  jest('stories', '--maxWorkers=2', 30),
  ...(reach === 'promises' ? [jest('promises', '--runInBand', 60)] : []),
]

const soak = [tools, jest('soak', '--runInBand', 120)]

const { passed, failed } = await runAll(reach === 'soak' ? soak : suites, console.log)

process.exitCode = failed > 0 ? 1 : 0
console.log(`\n${passed} passed, ${failed} failed`)
