import type { Consultation } from '../consultation/consultation.ts'
import type { FormFileView } from './viewParts.ts'

const sayBytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))}\u00a0kB`

/** A PDF of this consultation as a page links it, with the note that must stand beside it. */
export const formFile = ({ form }: Consultation, href: string, bytes: number): FormFileView => ({
  href,
  title: form.title,
  note: form.note ?? null,
  size: sayBytes(bytes),
})

/** The name under which the blank form is saved. */
export const blankFileName = ({ id }: Consultation): string => `${id}-questionnaire.pdf`
