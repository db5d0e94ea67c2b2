import type { Chart, ConsultationFile } from '../consultation/consultation.ts'
import type { Progress } from '../questionnaire/progress.ts'
import type { Fact } from '../questionnaire/questionnaire.ts'
import type { AnswerView, BroughtView, LeftOverView } from './answerViews.ts'
import type { CameInView, CardsView, PosterView, RevokeView, StallsView, StallView } from './deskViews.ts'
import type { LedgerView, OrganiserView, RehearsedLetterView } from './organiserViews.ts'
import type { QuestionPageView } from './questionViews.ts'
import type { ChangedSinceView, ChangedView, CoverView, SendView, SentView } from './sendViews.ts'
import type { EmptiedView, HandoverView, HelloView, OnPhoneView, ShiftView, ToPhoneView } from './stallViews.ts'
import type { DayView, TrayRunView, TrayView } from './trayViews.ts'
import type { ChartRow, FormFileView, HolderView, LinkView } from './viewParts.ts'

export type StartView = Pick<ConsultationFile, 'lead' | 'proposal' | 'decides' | 'minutes' | 'facts'> & {
  chart: (Chart & { rows: ChartRow[] }) | null
  links: { document: LinkView; page: LinkView; petition: LinkView | null }
  blank: FormFileView
  decision: { lead: string; facts: Fact[] } | null
  /** True when there are facts for the proposal and facts against it. */
  bothSides: boolean
}

export type TasksView = {
  tasks: { href: string; title: string; number: string | null; state: Progress }[]
  done: number
  of: number
  /** The page to go on with: the first that is not done, or null. */
  next: { href: string; label: string } | null
  /** True once something is saved, so that there is something to check and to come back to. */
  ready: boolean
  /** True once something was sent, or said to be. */
  sent: boolean
  changed: ChangedSinceView
}

export type CheckView = {
  changed: ChangedSinceView
  sections: { title: string; href: string; answers: AnswerView[] }[]
  /** What is left blank, in a sentence, or null. */
  blanks: string | null
  /** True once something is saved, so that there is a form to send. */
  ready: boolean
  /** Characters that the form's fonts do not have, with the page to mend each on; the form is made when there are none. */
  unprintable: { characters: string[]; href: string; title: string }[]
  /** Answers that no question takes as they are, and what each is about; the form is made when there are none. */
  leftOvers: LeftOverView[]
  pictures: { src: string; enlarge: string; alt: string; words: string; width: number; height: number }[]
  note: string | null
  /** Where one goes on from here; at a stall's tablet that is a step of its own. */
  onwards: { href: string; label: string; post: boolean }
}

/** This browser's own ways back: a private link and a return code in groups, e.g. "K7MQ-2FTD-9XRA". */
export type SaveView = {
  /** The address of this site as one types it. */
  site: string
  link: string
  code: string
  reference: string
  /** True where the form has a place for the reference. */
  marked: boolean
  until: string
  print: boolean
}

export type ComeBackView = { code: string; maximum: string }

export type BeginView = { consent: string; agreed: boolean; holder: HolderView; until: string }

export type PrivacyView = {
  holder: HolderView
  until: string
  daysAfterLastChange: number
  backupDays: number
  consent: string
  /** What is agreed to before we send. */
  sendConsent: string
}

export type PageViews = {
  start: StartView
  begin: BeginView
  question: QuestionPageView
  tasks: TasksView
  check: CheckView
  send: SendView
  changed: ChangedView
  sent: SentView
  cover: CoverView
  save: SaveView
  'come-back': ComeBackView
  /** Behind a private link: one button that posts to `action` and opens the answers; alike for every link. */
  'go-on': { action: string }
  brought: BroughtView
  delete: { reference: string | null; sent: boolean }
  deleted: Record<string, never>
  privacy: PrivacyView
  'who-we-are': { holder: HolderView; campaign: LinkView | null; bothSides: boolean }
  accessibility: { holder: HolderView }
  /** This browser has no response open; `typed` gives back every word that came with the refused request. */
  'no-response': { typed: { label: string; text: string }[] }
  /** One page of the filled form, large; `before` and `after` lead to its neighbours. */
  enlarged: { number: number; of: number; src: string; before: string | null; after: string | null }
  organiser: OrganiserView
  /** Alike for every address: a link is on its way, to whom it is known. */
  'organiser-asked': { minutes: number }
  'organiser-link': { action: string }
  'organiser-ledger': LedgerView
  'organiser-stalls': StallsView
  'organiser-stall': StallView
  'organiser-revoke': RevokeView
  'organiser-came-in': CameInView
  'organiser-poster': PosterView
  'organiser-cards': CardsView
  /** Behind a card's QR: one button that pairs the tablet by posting to `action`; alike for every card. */
  'pair-tablet': { action: string }
  /** Gets a paired tablet ready to work without signal; null where this browser was not paired. */
  'getting-ready': { shift: { stall: string; place: string; card: number } | null }
  shift: ShiftView
  hello: HelloView
  handover: HandoverView
  'to-phone': ToPhoneView
  'on-phone': OnPhoneView
  emptied: EmptiedView
  tray: TrayView
  'tray-run': TrayRunView
  day: DayView
  'rehearsal-post': { letters: RehearsedLetterView[] }
  'not-found': Record<string, never>
  /** A request that could not be taken: one sentence what is wrong, one what to do, and every word that came with it. */
  refused: {
    heading: string
    text: string
    typed: { label: string; text: string }[]
    back: { href: string; label: string } | null
  }
  fault: { number: string; typed: { label: string; text: string }[] }
}
