import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { livePack } from '../test/promises/livePack.ts'
import { crowd, Person } from '../test/promises/person.ts'
import { freePort, type ServerProcess, startServer } from '../test/promises/serverProcess.ts'

/** How long (ms) a server's event loop was late, since `begin`. */
export type LoopDelay = { p99: number; max: number }

/** A server under load in a process of its own, with a data folder of its own. */
export type BenchServer = ServerProcess & {
  beginLoop(): void
  loopDelay(): Promise<LoopDelay>
  dataFolder: string
}

const program = { product: 'src/main.ts', bare: 'bench/bareExpress.ts' }

/** Lets a measurement use a server, which is ended and forgotten afterwards. TRUST_PROXY lets each person be an address. */
export const withServer = async <T>(
  kind: keyof typeof program,
  use: (server: BenchServer) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const server = await startServer({
    folder,
    pack: await livePack(folder),
    port: await freePort(),
    program: program[kind],
    node: ['--import', join(import.meta.dirname, 'reportLoop.ts')],
    env: { TRUST_PROXY: '1', ...env },
  })
  const loopDelay = async () => {
    const answer = once(server.child, 'message')
    server.child.send('report')
    return (await answer)[0] as LoopDelay
  }
  const beginLoop = () => void server.child.send('begin')
  try {
    return await use({ ...server, beginLoop, loopDelay, dataFolder: join(folder, 'data') })
  } finally {
    await server.end('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
}

/** People who have begun and have the first question before them. */
export const peopleWhoBegan = async (server: ServerProcess, count: number): Promise<Person[]> => {
  const people = Array.from({ length: count }, () => new Person(server.address))
  await crowd(people, 50, async (person) => {
    await person.begin()
    person.leave()
  })
  return people
}
