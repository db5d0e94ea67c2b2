import type { ConsultationFile } from './consultation.ts'
import { momentIn, oddityOf } from './moments.ts'
import type { PackProblem } from './problem.ts'

const file = 'consultation.json'

const sayOddity = ({ closesAt, timeZone }: ConsultationFile): Omit<PackProblem, 'file'> => {
  const at = { path: 'closesAt', expected: `a time that stands once on the clocks of ${timeZone} that day` }
  switch (oddityOf(closesAt, timeZone)) {
    case 'no zone': {
      const remedy = 'write the name of a zone of the IANA database, region and city'
      return { path: 'timeZone', found: `"${timeZone}"`, expected: 'a time zone such as Europe/London', remedy }
    }
    case 'skipped':
      return {
        ...at,
        found: `${closesAt}, which is skipped: the clocks go forward then`,
        remedy: 'ask the body which time it means, before or after the hour that is left out',
      }
    case 'twice':
      return {
        ...at,
        found: `${closesAt}, which comes twice: the clocks go back then`,
        remedy: 'ask the body which of the two it means, and give a time before or after that hour',
      }
    default: {
      const expected = 'a day of the calendar and a time from 00:00 to 23:59'
      return { path: 'closesAt', found: closesAt, expected, remedy: 'correct the day or the time' }
    }
  }
}

/** The closing in ms UTC, or the problem: no day, no zone, or a time that its clocks skip or show twice. */
export const readClosing = (consultation: ConsultationFile): { ms: number } | { problem: PackProblem } => {
  try {
    return { ms: momentIn(consultation.closesAt, consultation.timeZone) }
  } catch {
    return { problem: { file, ...sayOddity(consultation) } }
  }
}
