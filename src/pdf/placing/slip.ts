import type { PreparedForm } from '../copies/preparedForm.ts'
import { missingFrom } from '../setting/missingCharacters.ts'
import { UnprintableText } from '../setting/unprintableText.ts'

/**
 * A page of its own after a response, whose upper part a person tears off and keeps. `reference` is in groups; `where` says
 * where the form goes and until when; `link` is the QR code of a private link, true for its dark modules, without its margin.
 */
export type Slip = {
  title: string
  reference: string
  where: { head: string; lines: string[] }[]
  link: boolean[][] | null
}

const wordsOf = ({ title, reference, where }: Slip): string[] => [
  title,
  reference,
  ...where.flatMap(({ head, lines }) => [head, ...lines]),
]

/** Throws UnprintableText where a font has no letter for a word of a slip. */
export const refuseUnprintableSlip = ({ regular }: PreparedForm, slip: Slip): void => {
  const missing = missingFrom(regular, wordsOf(slip).join('\n'))
  if (missing.length > 0) throw new UnprintableText('slip', missing)
}
