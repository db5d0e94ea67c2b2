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
import { type Durability, durabilityOf } from '../storage/durability.ts'
import { responsesKeyIn, serverKeyIn } from '../storage/keyFiles.ts'
import { aesSealer } from '../storage/seal.ts'
import { Stop } from './stop.ts'

/** The post of a product that may be running: its letters, its pack, its settings, and how it keeps things. */
export type OpenedPost = {
  store: DeliveryStore
  consultation: Consultation
  config: Config
  clock: Clock
  durability(): Promise<Durability>
}

const file = ({ dataFolder }: Config, name: string, remedy: string): string => {
  const path = join(dataFolder, name)
  if (existsSync(path)) return path
  throw new Stop(2, `${path}: there is no such file. ${remedy}`)
}

const BEGIN = 'Start the product once, or set DATA_FOLDER to where its data is.'

const PUT_BACK = 'Put it back from the backup that goes with this database: with another key nothing in it opens.'

/** The key that links, codes and bounce addresses are made under. Throws Stop where it is lost: a command makes no other. */
export const serverKeyOf = (config: Config): Uint8Array => {
  if (config.serverKey) return config.serverKey
  file(config, 'server.key', PUT_BACK)
  return serverKeyIn(config.dataFolder)
}

const responsesKeyOf = (config: Config): Uint8Array => {
  if (config.responsesKey) return config.responsesKey
  file(config, 'responses.key', PUT_BACK)
  return responsesKeyIn(config.dataFolder)
}

/** Throws Stop where a database or a key of it is lost: a command makes no other. */
export const needKeptData = (config: Config): void => {
  file(config, 'responses.sqlite', BEGIN)
  serverKeyOf(config)
  responsesKeyOf(config)
}

/** Lets a command use the post beside a server that runs, and closes it. Throws what is wrong with settings, pack or file. */
export const withPost = async <Result>(use: (post: OpenedPost) => Promise<Result>): Promise<Result> => {
  const config = configFrom(environment())
  const database = file(config, 'responses.sqlite', BEGIN)
  const sealer = aesSealer(responsesKeyOf(config))
  const consultation = await readPack(config.pack)
  const db = await openDatabase(database, sealer)
  try {
    const messageIdOf = messageIdsAt(config.mail?.from ?? 'post@localhost')
    const store = sqliteDeliveryStore(db, sealer, { messageIdOf })
    return await use({ store, consultation, config, clock: machineClock, durability: () => durabilityOf(db) })
  } finally {
    await db.destroy()
  }
}
