import { hasClosed } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { Waiting } from './stall.ts'
import type { CameIn } from './takenIn.ts'

/** A moment (ms, UTC) in words. */
type Say = (ms: number) => string

/** What is known of a brought response in words: its times, null where none was kept, and where it is now. */
export type CameInWords = {
  finished: string | null
  onDevice: string | null
  firstByte: string | null
  kept: string
  state: string
}

const whereIs = ({ misfit }: CameIn, waiting: Waiting | undefined, say: Say): string => {
  if (misfit) return 'fits no form of today'
  if (!waiting) return 'kept'
  return waiting.printedAt === null ? 'waits in the tray' : `printed ${say(waiting.printedAt)}`
}

/** When a response was finished, by the tablet's own clock too, when its first byte came and when it was kept; nobody's answers. */
export const sayCameIn = (
  one: CameIn,
  tray: Waiting[],
  { consultation, say }: { consultation: Pick<Consultation, 'closesAtMs'>; say: Say },
): CameInWords => {
  const sayKnown = (ms: number | null) => (ms === null ? null : say(ms))
  const where = whereIs(
    one,
    tray.find(({ responseId }) => responseId === one.id),
    say,
  )
  return {
    ...{ finished: sayKnown(one.finishedAt), onDevice: sayKnown(one.onDeviceAt), firstByte: sayKnown(one.firstByteAt) },
    ...{ kept: say(one.at), state: hasClosed(consultation, one.at) ? `late, ${where}` : where },
  }
}
