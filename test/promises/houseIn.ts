import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { compose, type Overrides } from '../../src/compose.ts'
import { configFrom } from '../../src/config.ts'
import { MORNING } from '../web/withHouse.ts'

/** The whole product in this process, on a folder that stays, so that it can be stopped and started again by the test's clock. */
export const houseIn = async (
  folder: string,
  env: Record<string, string>,
  { clock = () => MORNING, ...more }: Overrides = {},
) => {
  const logged: string[] = []
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => void logged.push(line) })
  const config = configFrom({
    ...{ PUBLIC_URL: 'http://127.0.0.1', HOLDER_NAME: 'The Campaign', HOLDER_CONTACT: 'people@campaign.example' },
    ...{ DATA_FOLDER: join(folder, 'data'), ...env },
  })
  const house = await compose(config, { clock, log, ...more })
  const server = createServer(house.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async () => {
    house.hush()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await house.close()
  }
  return { house, address, logged, close }
}
