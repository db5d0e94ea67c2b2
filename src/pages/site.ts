import type { Consultation } from '../consultation/consultation.ts'
import type { Sending } from '../delivery/sending.ts'
import type { Organisers } from '../organisers/organisers.ts'
import type { Post, RehearsalPost } from '../organisers/post.ts'
import type { CopyName, FilledForm } from '../pdf/fill.ts'
import type { Slip } from '../pdf/placing/slip.ts'
import type { FormToRead, Released } from '../pdf/seeing/released.ts'
import type { Answers } from '../questionnaire/answers.ts'
import type { Keys } from '../responses/keys.ts'
import type { Response } from '../responses/response.ts'
import type { Responses } from '../responses/responses.ts'
import type { Stalls } from '../stall/stalls.ts'
import type { Tablet } from '../stall/tablet.ts'
import type { Outcome } from './outcome.ts'
import type { PageRequest } from './request.ts'
import type { HolderView } from './viewParts.ts'

/** A response for a print run, and the slip that its person tears off and keeps. */
export type RunOf = { answers: Answers; reference: string; slip: Slip | null }

/** The consultation's form, prepared once at the start. */
export type SiteForm = {
  /** Fills a copy; with `keep: false` nothing of it is kept for whoever asks next. */
  fill(answers: Answers, reference: string | null, copy: CopyName, how?: { keep: false }): Promise<FilledForm>
  /** Many responses as one PDF for print, each with its slip; with `duplex` each begins on the front of a sheet. */
  printRun(responses: RunOf[], how: { duplex: boolean }): Promise<Uint8Array>
  /** Characters of a text that the form's fonts do not have, each once. */
  missing(text: string): string[]
  /** How much of its box on paper a text fills; null for a question without one. */
  fit(questionId: string, text: string): { share: number; runsOn: boolean } | null
  /** The answers in a PDF's fields; throws NotThisForm with a sentence where it is not this form, or not a form. */
  answersIn(bytes: Uint8Array): Promise<Answers>
}

/** What one person said, kept and found again by the keys that open it. */
export type SiteResponses = Responses & Pick<Keys, 'linkOf' | 'returnCodeOf'>

/** Who asks to read or draw, by the browser's key, and what says that nobody waits for it any more. */
export type PictureAsker = { visitor: string; signal?: AbortSignal }

/** Pages of a PDF as PDFium shows them: sizes in points, text as it stands on the page, pictures as PNG. */
export type SitePictures = {
  /** Looks for every word and tick of a filled form on its rendered pages, too. */
  read(form: FormToRead, asker: PictureAsker): Promise<Released>
  picture(bytes: Uint8Array, page: number, widthPx: number, asker: PictureAsker): Promise<Uint8Array>
}

/** Everything a controller may use. */
export type Site = {
  consultation: Consultation
  form: SiteForm
  responses: SiteResponses
  pictures: SitePictures
  holder: HolderView
  /** The address that people use, without a slash at its end. */
  publicUrl: string
  backupDays: number
  /** A keyed hash of a network address, by which askers are counted. */
  askerOf(address: string): Promise<string>
  sending: Sending
  organisers: Organisers
  post: Post
  /** Null in the product for real. */
  rehearsalPost: RehearsalPost | null
  stalls: Stalls
  /** Null on a server: only a paired tablet is one. */
  tablet: Tablet | null
}

/** One thing that a visitor does. */
export type Controller = (site: Site, request: PageRequest) => Outcome | Promise<Outcome>

/** A request of a visitor whose browser has a response open. */
export type OpenRequest = PageRequest & { response: Response; key: string }
