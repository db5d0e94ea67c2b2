import { blankFileName } from './formFile.ts'
import type { Controller } from './site.ts'

/** The blank form, byte for byte as it stands in the pack. */
export const blank: Controller = ({ consultation }) => ({
  file: consultation.official,
  type: 'application/pdf',
  name: blankFileName(consultation),
  save: false,
})
