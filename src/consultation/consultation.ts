import { z } from 'zod'
import type { Boxes } from '../pdf/boxes/boxes.ts'
import { fact, type Questionnaire } from '../questionnaire/questionnaire.ts'
import { LOCAL_TIME } from './moments.ts'

const words = z.string().min(1)
const paragraphs = z.array(words).min(1)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')
const localTime = z.string().regex(LOCAL_TIME, 'a local time as YYYY-MM-DDTHH:MM')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of form.pdf: 64 digits from 0 to 9 and a to f')

/** A page of the time: shown as dated text, not as a link, once the consultation has closed. */
const link = z.strictObject({ title: words, address: z.url(), source: words, note: words.optional() })

const bar = z.strictObject({ label: words, value: z.number().nonnegative(), note: words, ours: z.boolean().optional() })

const chart = z.strictObject({ title: words, unit: words, bars: z.array(bar).min(1), source: words })

/** The shape of a pack's consultation.json: what is proposed, by whom, until when, and where a response goes. */
export const consultationFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
  title: words,
  document: words,
  language: words,
  /** The campaign's mark, drawn on every page; a blue police lamp is the only one so far. */
  mark: z.enum(['lamp']).optional(),
  body: z.strictObject({ name: words, short: words, document: words }),
  opensOn: day,
  closesAt: localTime,
  timeZone: words,
  forgetAfter: day,
  late: z.enum(['keep', 'send']),
  minutes: z.number().positive(),
  /** The short way, for a queue: its questions on one page, and how many minutes it takes. */
  quick: z.strictObject({ questions: z.array(words).min(1), minutes: z.number().positive() }).optional(),
  lead: words,
  proposal: paragraphs,
  decides: paragraphs,
  facts: z.array(fact).default([]),
  chart: chart.optional(),
  /** `nameQuestion` is the question whose answer stands beside the sender's address. */
  email: z.strictObject({ address: z.email(), source: words, note: words.optional(), nameQuestion: words.optional() }),
  post: z.strictObject({ lines: z.array(words).min(2), source: words }),
  /** Where a form may be handed in, where a source says so. */
  handIn: z.strictObject({ lines: z.array(words).min(1), source: words }).optional(),
  posting: z.strictObject({ workingDays: z.number().int().min(0), holidays: z.array(day) }),
  links: z.strictObject({ document: link, page: link, petition: link.optional() }),
  decision: z.strictObject({ lead: words, facts: z.array(fact).min(1) }).optional(),
  form: z.strictObject({ sha256, title: words, note: words.optional() }),
})

export type ConsultationFile = z.infer<typeof consultationFile>
export type Link = z.infer<typeof link>
export type Chart = z.infer<typeof chart>

/** A pack that was read and found sound: what consultation.json says, with its questions, boxes and official PDF. */
export type Consultation = ConsultationFile & {
  questionnaire: Questionnaire
  boxes: Boxes
  official: Uint8Array
  /** The closing as milliseconds since 1970, UTC; `consultation/closing.ts` alone compares with it. */
  closesAtMs: number
}
