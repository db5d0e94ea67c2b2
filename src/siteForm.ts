import { setImmediate } from 'node:timers/promises'
import type { Consultation } from './consultation/consultation.ts'
import type { SiteForm } from './pages/site.ts'
import { answersFrom, NotThisForm } from './pdf/boxes/answersFrom.ts'
import type { PreparedForm } from './pdf/copies/preparedForm.ts'
import { fill } from './pdf/fill.ts'
import { printRun } from './pdf/printRun.ts'
import { type FitMeasures, fitMeasures, fitOf } from './pdf/setting/fit.ts'
import { missingCharacters } from './pdf/setting/missingCharacters.ts'
import { foreignFields, UnreadablePdf } from './workers/foreignPdf.ts'

const fieldsIn = (bytes: Uint8Array) =>
  foreignFields(bytes).catch((error: unknown) => {
    throw error instanceof UnreadablePdf ? new NotThisForm(error.message) : error
  })

/** The prepared form as controllers use it, and its measures for the live bar. */
export const siteFormOf = (
  { form: { title, note }, boxes, questionnaire }: Consultation,
  prepared: PreparedForm,
): { form: SiteForm; measures: FitMeasures } => ({
  form: {
    fill: async (answers, reference, copy) => fill(prepared, answers, { reference, title, note: note ?? null }, copy),
    printRun: (responses, how) => {
      const marks = (reference: string) => ({ reference, title, note: note ?? null })
      const all = responses.map(({ answers, reference, slip }) => ({ answers, marks: marks(reference), slip }))
      return printRun(prepared, all, { ...how, pause: setImmediate })
    },
    missing: (text) => missingCharacters(prepared, text),
    fit: (question, text) => fitOf(prepared, question, text),
    answersIn: async (bytes) => answersFrom(await fieldsIn(bytes), boxes, questionnaire),
  },
  measures: fitMeasures(prepared),
})
