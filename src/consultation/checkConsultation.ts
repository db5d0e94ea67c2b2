import type { ConsultationFile } from './consultation.ts'
import { endOfDay, momentIn } from './moments.ts'
import type { PackProblem } from './problem.ts'

const file = 'consultation.json'

/** The closing in ms UTC, or the problem: a time zone that is not one, or a time that is not on its clocks once. */
export const readClosing = ({ closesAt, timeZone }: ConsultationFile): { ms: number } | { problem: PackProblem } => {
  try {
    return { ms: momentIn(closesAt, timeZone) }
  } catch {
    const problem = {
      file,
      path: 'closesAt',
      found: `${closesAt} in ${timeZone}`,
      expected: 'a moment that stands once on the clocks of a time zone such as Europe/London',
      remedy: 'correct closesAt or timeZone; a time that clocks skip or repeat in spring or autumn cannot be a closing',
    }
    return { problem }
  }
}

const order = (path: string, found: string, expected: string): PackProblem => ({
  file,
  path,
  found,
  expected,
  remedy: 'correct the day',
})

/** What a shape cannot say of consultation.json: that its days are days, and stand in order. */
export const checkConsultation = (consultation: ConsultationFile, closesAtMs: number): PackProblem[] => {
  const problems: PackProblem[] = []
  const end = (path: string, day: string): number | null => {
    try {
      return endOfDay(day, consultation.timeZone)
    } catch {
      problems.push(order(path, day, 'a day of the calendar'))
      return null
    }
  }
  const opens = end('opensOn', consultation.opensOn)
  const forgets = end('forgetAfter', consultation.forgetAfter)
  consultation.posting.holidays.forEach((day, index) => void end(`posting.holidays[${index}]`, day))
  if (opens !== null && opens > closesAtMs)
    problems.push(order('opensOn', consultation.opensOn, 'a day before the closing'))
  if (forgets !== null && forgets <= closesAtMs) {
    problems.push(order('forgetAfter', consultation.forgetAfter, 'the day of the closing or a later one'))
  }
  return problems
}
