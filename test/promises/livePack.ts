import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf, localTime } from '../../src/consultation/moments.ts'

const mopac = join(import.meta.dirname, '../../assets/consultations/mopac-2017')
const DAY_MS = 24 * 60 * 60_000
const ZONE = 'Europe/London'

/**
 * A copy of MOPAC's pack in a folder, moved so that it closes at `closesAt` (ms, UTC, whole seconds count): real server
 * processes run on the machine's clock, by which the consultation of 2017 is over. Answers the folder.
 */
export const livePack = async (
  folder: string,
  closesAt = Date.now() + 30 * DAY_MS,
  changes: Record<string, unknown> = {},
): Promise<string> => {
  const pack = join(folder, 'pack')
  await cp(mopac, pack, { recursive: true })
  const file = join(pack, 'consultation.json')
  const consultation = JSON.parse(await readFile(file, 'utf8'))
  const moved = {
    opensOn: dayOf(closesAt - 60 * DAY_MS, ZONE),
    closesAt: localTime(closesAt, ZONE),
    forgetAfter: dayOf(closesAt + 90 * DAY_MS, ZONE),
    posting: { workingDays: 2, holidays: [] },
  }
  await writeFile(file, JSON.stringify({ ...consultation, ...moved, ...changes }))
  return pack
}
