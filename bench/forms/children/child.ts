import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pinnedTo } from './cores.ts'

/** A process of its own, so that its memory is its own and nobody else's garbage is collected in its time. */
export type Child = {
  /** Asks one of the child's answers for something; rejects with the child's own words. */
  ask<T>(what: string, ...words: unknown[]): Promise<T>
  end(): Promise<void>
}

const MOST_SAID = 4000

type Reply = { number: number; answer?: unknown; failed?: string }

/** Starts one of the bench's programs (a file beside bench/forms), on one core where that can be said. */
export const startChild = async (
  program: string,
  words: string[] = [],
  core: Parameters<typeof pinnedTo>[0] = 'last core',
): Promise<Child> => {
  const node = [process.execPath, '--expose-gc', '--disable-warning=ExperimentalWarning']
  // As the command line starts, which is where print runs are made (src/launch.mjs).
  if (program.startsWith('print/')) node.push('--max-semi-space-size=4')
  const [command = '', ...more] = [...pinnedTo(core), ...node, join(import.meta.dirname, '..', program), ...words]
  const child = spawn(command, more, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' })
  let said = ''
  child.stderr?.on('data', (chunk) => (said = `${said}${chunk}`.slice(-MOST_SAID)))
  const ended = once(child, 'close').then(([code, signal]) => {
    throw new Error(`${program} ${words.join(' ')} ended early (${code ?? signal}): ${said}`)
  })
  ended.catch(() => {})
  let asked = 0
  const ask = async <T>(what: string, ...rest: unknown[]): Promise<T> => {
    asked += 1
    child.send({ number: asked, what, words: rest })
    const [reply] = (await Promise.race([once(child, 'message'), ended])) as [Reply]
    if (reply.failed) throw new Error(`${program} ${words.join(' ')}: ${reply.failed}`)
    return reply.answer as T
  }
  const end = async () => {
    child.kill('SIGKILL')
    await ended.catch(() => {})
  }
  await Promise.race([once(child, 'message'), ended])
  return { ask, end }
}

/** Lets a measurement use a child, which is ended afterwards. */
export const withChild = async <T>(
  program: string,
  words: string[],
  use: (child: Child) => Promise<T>,
  core?: Parameters<typeof pinnedTo>[0],
): Promise<T> => {
  const child = await startChild(program, words, core)
  try {
    return await use(child)
  } finally {
    await child.end()
  }
}
