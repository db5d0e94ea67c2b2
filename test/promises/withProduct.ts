import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { livePack } from './livePack.ts'
import { freePort, type ServerPlan, type ServerProcess, startServer } from './serverProcess.ts'

/** What a test has of the product: how to start servers on one data folder, on ports of their own or again on the same. */
export type Product = {
  folder: string
  pack: string
  start(more?: Partial<ServerPlan>): Promise<ServerProcess>
}

/** Lets a test start real servers in a folder of its own; ends what is left of them, and leaves nothing behind. */
export const withProduct = async (
  use: (product: Product) => Promise<void>,
  given: { closesAt?: number; changes?: Record<string, unknown>; folder?: string } = {},
): Promise<void> => {
  const folder = given.folder ?? (await mkdtemp(join(tmpdir(), 'promise-')))
  const running: ServerProcess[] = []
  const pack = await livePack(folder, given.closesAt, given.changes)
  const start = async (more: Partial<ServerPlan> = {}) => {
    const server = await startServer({ folder, pack, port: await freePort(), ...more })
    running.push(server)
    return server
  }
  try {
    await use({ folder, pack, start })
  } finally {
    await Promise.all(running.map((server) => server.end('SIGKILL')))
    await rm(folder, { recursive: true, force: true })
  }
}
