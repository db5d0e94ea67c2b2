import { sayClosing } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'

/** The closing in words at a moment (ms, UTC), said anew when the second has changed: it falls on a whole one. */
export const closingBySecond = () => {
  let last: { of: Consultation; second: number; said: ReturnType<typeof sayClosing> } | null = null
  return (consultation: Consultation, now: number): ReturnType<typeof sayClosing> => {
    const second = Math.floor(now / 1000)
    if (last?.of !== consultation || last.second !== second) {
      last = { of: consultation, second, said: sayClosing(consultation, now) }
    }
    return last.said
  }
}
