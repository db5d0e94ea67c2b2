import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { firstMoment, londonTime, readMoment } from './moment.ts'
import { type StartOptions, WrongUsage } from './options.ts'

const clockFile = z.strictObject({ offsetMs: z.number().int() })

/** A rehearsal's clock: what to add to the machine's time (ms), and where an older rehearsal was put, if one was. */
export type Rehearsal = { offsetMs: number; setAside: string | null }

const kept = (file: string): number | null => {
  if (!existsSync(file)) return null
  try {
    return clockFile.parse(JSON.parse(readFileSync(file, 'utf8'))).offsetMs
  } catch {
    throw new WrongUsage(
      `${file} does not hold a rehearsal's clock. Add --fresh: the old rehearsal is set aside and a new one begins.`,
    )
  }
}

const setAside = (folder: string, machineNow: number): string | null => {
  if (!existsSync(folder)) return null
  const dated = `${folder}-set-aside-${londonTime(machineNow).slice(0, 10)}`
  let name = dated
  for (let number = 2; existsSync(name); number += 1) name = `${dated}-${number}`
  renameSync(folder, name)
  return name
}

const refuseBackwards = (at: string, moment: number, now: number) => {
  if (moment >= now) return
  throw new WrongUsage(
    `The rehearsal has come to ${londonTime(now)}, London time, and time does not run back to ${at}. ` +
      'Start at a later time, or add --fresh: the old rehearsal is set aside and a new one begins.',
  )
}

/**
 * Starts a rehearsal in its data folder, or goes on with the one that is there: the offset lives with the data.
 * `machineNow` is the machine's time (ms, UTC). Throws WrongUsage.
 */
export const startRehearsal = (folder: string, { at, fresh }: StartOptions, machineNow: number): Rehearsal => {
  const asked = at === null ? null : readMoment(at)
  const old = fresh ? setAside(folder, machineNow) : null
  const file = join(folder, 'clock.json')
  const offset = kept(file)
  if (at !== null && asked !== null && offset !== null) refuseBackwards(at, asked, machineNow + offset)

  const offsetMs = asked === null ? (offset ?? readMoment(firstMoment) - machineNow) : asked - machineNow
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (offsetMs !== offset) writeFileSync(file, JSON.stringify({ offsetMs }), { flush: true, mode: 0o600 })
  return { offsetMs, setAside: old }
}
