import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { compose, type House, type Overrides } from '../../src/compose.ts'
import type { Config } from '../../src/config.ts'
import { momentIn } from '../../src/consultation/moments.ts'

const mopac = join(import.meta.dirname, '../../assets/consultations/mopac-2017')

/** Ten in the morning, eleven days before MOPAC's closing (ms, UTC). */
export const MORNING = momentIn('2017-09-25T10:00', 'Europe/London')

const configFor = (dataFolder: string, publicUrl: string, pack: string): Config => ({
  port: 0,
  host: '127.0.0.1',
  publicUrl,
  dataFolder,
  pack,
  serverKey: null,
  responsesKey: null,
  mail: null,
  sendsHere: false,
  organisers: [],
  holder: { name: 'The Campaign', contact: 'people@campaign.example' },
  backupDays: 30,
  trustProxy: 0,
  logLevel: 'info',
  rehearsal: false,
})

export type TestHouse = { house: House; address: string; logged: string[]; setClock(ms: number): void; folder: string }

/** Lets a test use the whole product over HTTP with a folder and a clock of its own, and leaves nothing behind. */
export const withHouse = async (
  use: (test: TestHouse) => Promise<void>,
  {
    publicUrl = 'http://127.0.0.1',
    pack = mopac,
    config = {},
    ...overrides
  }: Overrides & { publicUrl?: string; pack?: string; config?: Partial<Config> } = {},
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'house-'))
  const logged: string[] = []
  let now = MORNING
  const log = pino({ level: 'info', base: null }, { write: (line: string) => void logged.push(line) })
  const house = await compose(
    { ...configFor(folder, publicUrl, pack), ...config },
    {
      clock: () => now,
      steady: () => now,
      log,
      ...overrides,
    },
  )
  const server = createServer(house.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    await use({ house, address, logged, setClock: (ms) => (now = ms), folder })
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await house.close()
    await rm(folder, { recursive: true, force: true })
  }
}
