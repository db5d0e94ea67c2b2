import { spawn } from 'node:child_process'

/** How a suite came out; a check without tests of its own counts as one. */
export type Count = { passed: number; failed: number }

export type Suite = { name: string; run: () => Promise<Count> }

/** Runs a command with its output shown; true when it ended well within its minutes, after which it is ended. */
export const succeeds = (command: string, words: string[], minutes = 10): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, words, {
      stdio: 'inherit',
      signal: AbortSignal.timeout(minutes * 60_000),
      shell: process.platform === 'win32',
    })
    child.on('error', ({ message }) => {
      process.stderr.write(`${message}\n`)
      resolve(false)
    })
    child.on('exit', (code) => resolve(code === 0))
  })

/** A command that is one check: it passes or it fails. */
export const check = (name: string, command: string, ...words: string[]): Suite => ({
  name,
  run: async () => ((await succeeds(command, words)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
})

/** Runs every suite under a heading that `say` shows, the ones after a failure too, and adds up. */
export const runAll = async (suites: Suite[], say: (line: string) => void): Promise<Count> => {
  const total = { passed: 0, failed: 0 }
  for (const { name, run } of suites) {
    say(`\n── ${name}`)
    const begun = performance.now()
    const { passed, failed } = await run()
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    say(`── ${name}: ${passed} passed, ${failed} failed, ${seconds} s`)
    total.passed += passed
    total.failed += failed
  }
  return total
}
