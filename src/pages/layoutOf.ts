import type { sayClosing } from '../consultation/closing.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { PageOutcome } from './outcome.ts'
import type { LayoutView } from './viewParts.ts'

/** What the edge that answers knows besides the page itself. */
export type Around = Pick<LayoutView, 'rehearsal' | 'token' | 'open' | 'sent' | 'stall'> & {
  closing: ReturnType<typeof sayClosing>
}

/** What every page gets besides its own view, the same on a server and on a tablet. */
export const layoutOf = (consultation: Consultation, page: PageOutcome, around: Around): LayoutView => {
  const { id, title, document, body, language, mark } = consultation
  return {
    ...around,
    consultation: { id, title, document, body, language, mark: mark ?? null },
    problems: page.problems ?? [],
    notice: page.notice ?? null,
  }
}
