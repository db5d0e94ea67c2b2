import { type RescueFile, rescueFile, takeRescued } from '../../stall/rescueFile.ts'
import type { Brought } from '../../stall/stalls.ts'
import { readNamed } from '../readNamed.ts'
import type { Report } from '../report.ts'
import { Stop } from '../stop.ts'
import { withStalls } from './openStalls.ts'

const NOT_ONE = 'this is no rescue file of a tablet, or it was cut short. Copy it from the tablet once more.'

const readRescue = async (path: string): Promise<RescueFile> => {
  const words = new TextDecoder().decode(await readNamed(path))
  try {
    return rescueFile.parse(JSON.parse(words))
  } catch {
    throw new Stop(2, `${path}: ${NOT_ONE}`)
  }
}

const isTaken = ({ brought }: { brought: Brought }): boolean => 'receipt' in brought

/** `stall rescue`: takes in what waited on a tablet, of a revoked one too; what was taken before is known and not doubled. */
export const rescue = async (path: string): Promise<Report> => {
  const file = await readRescue(path)
  return withStalls(async (stalls) => {
    const { shiftId, entries } = await takeRescued(stalls, file, stalls.now)
    const taken = entries.filter(isTaken).length
    const facts = { taken, entries, knownTablet: shiftId !== null }
    const whose = shiftId === null && taken > 0 ? ' Nobody knows which tablet it was, so that none is in a tray.' : ''
    const words = `${taken} of ${entries.length} are here now, kept whole.${whose}`
    if (taken === entries.length) return { facts, words }
    throw new Stop(
      1,
      'The others could not be opened, or others are here under their numbers. Keep the file.',
      undefined,
      {
        facts,
        words,
      },
    )
  })
}
