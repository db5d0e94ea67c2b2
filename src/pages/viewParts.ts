import type { ConsultationFile } from '../consultation/consultation.ts'
import type { TextSize } from '../stall/tablet.ts'

/** Something on the page to put right: shown in the summary at the top (linked to `#field`) and beside the field. */
export type Problem = { field: string; text: string }

/** The closing in words: `time` such as "5:30pm, UK time", `left` such as "11 days left", or null when it has passed. */
export type ClosingView = { day: string; time: string; left: string | null; passed: boolean }

/** A link as shown: `address` is null once the consultation has closed, and `dated` then says where it stood. */
export type LinkView = { title: string; address: string | null; dated: string; note?: string }

/** What every page gets besides its own view; added by the edge that renders it. */
export type LayoutView = {
  consultation: Pick<ConsultationFile, 'id' | 'title' | 'document' | 'body' | 'language'> & {
    mark: ConsultationFile['mark'] | null
  }
  closing: ClosingView
  /** The words of the rehearsal's banner, or null in the product for real. */
  rehearsal: string | null
  /** The CSRF token, for a hidden field named `token` in each form that posts. */
  token: string
  /** True while this browser has a response open. */
  open: boolean
  /** True once something of it was sent, or said to be: then there is a page about it. */
  sent: boolean
  /** Problems to put right, and a notice (such as a stale token) that stands above them. */
  problems: Problem[]
  notice: string | null
  /** On a stall's tablet: how large its person reads (null: as on the page before), and whether somebody uses it; else null. */
  stall: { size: TextSize | null; person: boolean } | null
}

/** A bar of the chart: `share` of the longest, 0 to 1. */
export type ChartRow = { label: string; value: number; note: string; ours: boolean; share: number }

/** A PDF to fetch: where it is, its title, the note that must stand beside it, and its size in words ("58 kB"). */
export type FormFileView = { href: string; title: string; note: string | null; size: string }

export type HolderView = { name: string; contact: string }
