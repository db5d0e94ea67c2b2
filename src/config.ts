import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { settings } from './settings.ts'

type Environment = Record<string, string | undefined>

/** What the product runs with: every setting checked, folders absolute. `publicUrl` is an origin; cookies are Secure when it is https. */
export type Config = {
  port: number
  host: string
  publicUrl: string
  dataFolder: string
  pack: string
  /** 32 bytes, or null: the key file in the data folder is used. */
  serverKey: Uint8Array<ArrayBuffer> | null
  holder: { name: string; contact: string }
  backupDays: number
  trustProxy: number
  logLevel: string
  rehearsal: boolean
}

/** Settings that cannot be used; the message lists every problem, numbered, each with its remedy. */
export class WrongSettings extends Error {}

const secrets = ['SERVER_KEY']

const sentence = (name: string, found: string | undefined, remedy: string) => {
  if (found === undefined) return `${name} is not set. ${remedy}`
  return secrets.includes(name) ? `${name} cannot be used. ${remedy}` : `${name} is "${found}". ${remedy}`
}

// "PORT=" in a file and no PORT at all mean the same to whoever wrote the file.
const withoutBlanks = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))

const read = (environment: Environment, rehearsal: boolean): Config => {
  const given = withoutBlanks(environment)
  const { data, error } = settings.safeParse(given)
  if (error) {
    const problems = error.issues.map(({ path, message }, index) => {
      const name = String(path[0])
      return `${index + 1}. ${sentence(name, given[name], message)}`
    })
    throw new WrongSettings(problems.join('\n'))
  }
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL,
    dataFolder: data.DATA_FOLDER,
    pack: data.PACK,
    serverKey: data.SERVER_KEY ?? null,
    holder: { name: data.HOLDER_NAME, contact: data.HOLDER_CONTACT },
    backupDays: data.BACKUP_DAYS,
    trustProxy: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
    rehearsal,
  }
}

/** The settings of the product for real. Throws WrongSettings. */
export const configFrom = (environment: Environment): Config => read(environment, false)

/**
 * The settings of a rehearsal. It listens to PORT, PACK, LOG_LEVEL and a folder of its own alone, so that a live product's
 * folder, key and address in the same environment stay untouched. Throws WrongSettings.
 */
export const rehearsalConfigFrom = ({ PORT, PACK, LOG_LEVEL, REHEARSAL_FOLDER }: Environment): Config =>
  read(
    {
      PORT,
      PACK,
      LOG_LEVEL: LOG_LEVEL || 'warn',
      PUBLIC_URL: `http://127.0.0.1:${PORT?.match(/^\d+$/) ? PORT : 3000}`,
      DATA_FOLDER: REHEARSAL_FOLDER || 'data/rehearsal',
      HOLDER_NAME: 'whoever rehearses on this machine',
      HOLDER_CONTACT: 'This is a rehearsal: stop it and delete its folder, and all is gone.',
    },
    true,
  )

/** This process's environment, with what `.env` in the project's folder adds to it. */
export const environment = (): Environment => {
  const file = resolve(import.meta.dirname, '../.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return process.env
}

/** The folder in which the command was typed; npm runs scripts in the project's folder and keeps the other in INIT_CWD. */
export const calledIn = (): string => process.env.INIT_CWD ?? process.cwd()
