import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { localTime } from '../consultation/moments.ts'
import { firstMoment, type Rehearsed, readMoment } from './moment.ts'
import { type StartOptions, WrongUsage } from './options.ts'

/** A clock of before packs were named in it has no pack: it goes on with the one that it is given. */
const clockFile = z.strictObject({ offsetMs: z.number().int(), pack: z.string().optional() })

const AFRESH = 'add --fresh: the old rehearsal is set aside and a new one begins.'

/**
 * A rehearsal's clock: what to add to the machine's time (ms), and where an older rehearsal was put, if one was.
 * `keep` writes the clock down: once the product stands, so that a start that fails moves no time.
 */
export type Rehearsal = { offsetMs: number; setAside: string | null; keep(): void }

const clockIn = (folder: string): string => join(folder, 'clock.json')

/** Whether a data folder is a rehearsal's: what lies in it was practised, and may go to nobody. */
export const isRehearsed = (folder: string): boolean => existsSync(clockIn(folder))

const readClock = (file: string): z.infer<typeof clockFile> | null => {
  if (!existsSync(file)) return null
  try {
    return clockFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new WrongUsage(`${file} does not hold a rehearsal's clock. To go on, ${AFRESH}`)
  }
}

const setAside = (folder: string, today: string): string | null => {
  if (!existsSync(folder)) return null
  const dated = `${folder}-set-aside-${today}`
  let name = dated
  for (let number = 2; existsSync(name); number += 1) name = `${dated}-${number}`
  renameSync(folder, name)
  return name
}

const refuseAnother = (folder: string, other: string, { id }: Rehearsed) => {
  throw new WrongUsage(
    `${folder} holds a rehearsal of ${other}, not of ${id}. Set REHEARSAL_FOLDER to another folder, or ${AFRESH}`,
  )
}

const refuseBackwards = (at: string, now: number, { timeZone }: Rehearsed) => {
  const come = `The rehearsal has come to ${localTime(now, timeZone)}, on the clocks of ${timeZone}`
  throw new WrongUsage(`${come}, and time does not run back to ${at}. Start at a later time, or ${AFRESH}`)
}

/**
 * Begins a rehearsal of a pack in its data folder, or goes on with the one that is there: the offset lives with the data.
 * `machineNow` is the machine's time (ms, UTC). Throws WrongUsage.
 */
export const startRehearsal = (
  folder: string,
  pack: Rehearsed,
  { at, fresh }: StartOptions,
  machineNow: number,
): Rehearsal => {
  const asked = at === null ? null : readMoment(at, pack)
  const old = fresh ? setAside(folder, localTime(machineNow, pack.timeZone).slice(0, 10)) : null
  const file = clockIn(folder)
  const clock = readClock(file)
  if (clock?.pack && clock.pack !== pack.id) refuseAnother(folder, clock.pack, pack)
  const now = clock ? machineNow + clock.offsetMs : firstMoment(pack)
  if (at !== null && asked !== null && clock && asked < now) refuseBackwards(at, now, pack)

  const offsetMs = (asked ?? now) - machineNow
  const keep = () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(file, JSON.stringify({ offsetMs, pack: pack.id }), { flush: true, mode: 0o600 })
  }
  return { offsetMs, setAside: old, keep }
}
