import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Clock, machineClock } from '../clock.ts'
import { type Config, configFrom, environment } from '../config.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { readPack } from '../consultation/readPack.ts'
import type { DeliveryStore } from '../delivery/deliveryStore.ts'
import { messageIdsAt } from '../delivery/plan.ts'
import { openDatabase } from '../storage/database.ts'
import { sqliteDeliveryStore } from '../storage/deliveryStore.ts'
import { responsesKeyIn } from '../storage/keyFiles.ts'
import { aesSealer } from '../storage/seal.ts'
import { Stop } from './stop.ts'

/** The post of a product that may be running: its letters, its pack, its settings. */
export type OpenedPost = { store: DeliveryStore; consultation: Consultation; config: Config; clock: Clock }

/** The settings of the product for real, from the environment. Throws WrongSettings. */
export const liveConfig = (): Config => configFrom(environment())

/** The file that the server's database is in. Throws Stop where there is none: a command must not begin one. */
export const databaseFile = ({ dataFolder }: Config): string => {
  const file = join(dataFolder, 'responses.sqlite')
  if (existsSync(file)) return file
  throw new Stop(2, `${file}: there is no such file. Start the product once, or set DATA_FOLDER to where its data is.`)
}

/** Lets a command use the post beside a server that runs, and closes it. Throws what is wrong with settings, pack or file. */
export const withPost = async <Result>(use: (post: OpenedPost) => Promise<Result>): Promise<Result> => {
  const config = liveConfig()
  const file = databaseFile(config)
  const consultation = await readPack(config.pack)
  const sealer = aesSealer(config.responsesKey ?? responsesKeyIn(config.dataFolder))
  const db = await openDatabase(file, sealer)
  try {
    const messageIdOf = messageIdsAt(config.mail?.from ?? 'post@localhost')
    return await use({
      store: sqliteDeliveryStore(db, sealer, { messageIdOf }),
      consultation,
      config,
      clock: machineClock,
    })
  } finally {
    await db.destroy()
  }
}
