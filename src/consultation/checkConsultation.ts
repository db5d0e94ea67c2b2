import { readClosing } from './checkClosing.ts'
import type { ConsultationFile } from './consultation.ts'
import { endOfDay } from './moments.ts'
import type { PackProblem } from './problem.ts'

const file = 'consultation.json'

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

const isLanguage = (tag: string): boolean => {
  try {
    return languageNames.of(new Intl.Locale(tag).language) !== undefined
  } catch {
    return false
  }
}

const checkLanguage = ({ language }: ConsultationFile): PackProblem[] => {
  const expected = 'a language tag (BCP 47) such as en-GB or cy'
  const remedy = 'write the tag of the language that the consultation is in, with a hyphen'
  return isLanguage(language) ? [] : [{ file, path: 'language', found: `"${language}"`, expected, remedy }]
}

const order = (path: string, found: string, expected: string): PackProblem => ({
  file,
  path,
  found,
  expected,
  remedy: 'correct the day',
})

const checkDays = (consultation: ConsultationFile, closesAtMs: number | null): PackProblem[] => {
  const problems: PackProblem[] = []
  const end = (path: string, day: string): number | null => {
    try {
      return endOfDay(day, closesAtMs === null ? 'UTC' : consultation.timeZone)
    } catch {
      problems.push(order(path, day, 'a day of the calendar'))
      return null
    }
  }
  const opens = end('opensOn', consultation.opensOn)
  const forgets = end('forgetAfter', consultation.forgetAfter)
  consultation.posting.holidays.forEach((day, index) => void end(`posting.holidays[${index}]`, day))
  if (closesAtMs === null) return problems
  if (opens !== null && opens > closesAtMs)
    problems.push(order('opensOn', consultation.opensOn, 'a day before the closing'))
  if (forgets !== null && forgets <= closesAtMs) {
    problems.push(order('forgetAfter', consultation.forgetAfter, 'the day of the closing or a later one'))
  }
  return problems
}

/** What a shape cannot say: that the closing is a moment (ms UTC, null if not), the language one, the days in order. */
export const checkConsultation = (
  consultation: ConsultationFile,
): { closesAtMs: number | null; problems: PackProblem[] } => {
  const closing = readClosing(consultation)
  const closesAtMs = 'ms' in closing ? closing.ms : null
  const wrong = 'problem' in closing ? [closing.problem] : []
  return { closesAtMs, problems: [...wrong, ...checkLanguage(consultation), ...checkDays(consultation, closesAtMs)] }
}
