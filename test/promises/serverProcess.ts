import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

const project = join(import.meta.dirname, '../..')

/** Where a server of the product lives and what its environment adds. `wrap` goes before node: a program and its words. */
export type ServerPlan = {
  folder: string
  pack: string
  port: number
  env?: Record<string, string>
  wrap?: string[]
  /** What node is given before the program. */
  node?: string[]
  program?: string
  /** What the program itself is given. */
  words?: string[]
}

/** A real process of the product. `said` is all that it wrote. */
export type ServerProcess = {
  address: string
  child: ChildProcess
  /** Milliseconds from the start of the process to its first word that it listens. */
  readyMs: number
  said(): string
  /** Sends a signal and waits for the end; answers the exit code or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>
}

/** A port of this machine that nobody listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

const environmentOf = ({ folder, pack, port, env }: ServerPlan) => ({
  PATH: process.env.PATH,
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  DATA_FOLDER: join(folder, 'data'),
  PACK: pack,
  HOLDER_NAME: 'The Campaign',
  HOLDER_CONTACT: 'people@campaign.example',
  LOG_LEVEL: 'warn',
  // As `npm start` gives it.
  NODE_COMPILE_CACHE: join(project, 'node_modules/.cache/node'),
  ...env,
})

/** Starts a process of the product without waiting for it. */
export const spawnProduct = (plan: ServerPlan) => {
  const words = [
    '--disable-warning=ExperimentalWarning',
    ...(plan.node ?? []),
    plan.program ?? 'src/main.ts',
    ...(plan.words ?? []),
  ]
  const [command = process.execPath, ...more] = [...(plan.wrap ?? []), process.execPath]
  const child = spawn(command, [...more, ...words], {
    cwd: project,
    env: environmentOf(plan),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    killSignal: 'SIGKILL',
  })
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise<number | NodeJS.Signals>((resolve) => child.on('close', (code, by) => resolve(code ?? by!)))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { child, said: () => said, ended, end }
}

/** Starts a server and waits until it listens. Rejects with its words when it ends before. */
export const startServer = async (plan: ServerPlan): Promise<ServerProcess> => {
  const begun = performance.now()
  const started = spawnProduct(plan)
  const { child, said, ended, end } = started
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', () => /^Open http/m.test(said()) && resolve())
    ended.then((code) => reject(new Error(`The server ended (${code}): ${said()}`)))
  })
  return { address: `http://127.0.0.1:${plan.port}`, child, readyMs: performance.now() - begun, said, end }
}
