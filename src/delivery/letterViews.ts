import type { CarrierKind, LetterKind } from './delivery.ts'

/** What every letter says besides its own: who writes, about what, until when. Times and days are in words. */
export type LetterFrame = {
  /** The campaign's title, from the pack. */
  campaign: string
  /** The title of the consultation document. */
  document: string
  body: { name: string; short: string; document: string }
  /** The closing as `sayClosing` says it when the letter is made; what is left by then is untrue when it is read. */
  closing: { day: string; time: string; passed: boolean }
  /** The site's address without a slash at its end. */
  site: string
  holder: { name: string; contact: string }
}

/** The answers of a page of the questionnaire, as words; `lines` is empty where one was left blank. */
export type LetterSection = { title: string; answers: { number: string | null; text: string; lines: string[] }[] }

/** The three times of a version, each as `sayMoment` says it; the device's is null where it did not say. */
export type LetterTimes = { onDevice: string | null; firstByte: string; committed: string }

/** Which version of whose response. */
export type LetterVersion = { reference: string; version: number; name: string | null; times: LetterTimes }

/** The form that goes with a letter, by its file's name, and the note that must stand beside it. Null: none could be made. */
export type LetterForm = { file: string; note: string | null } | null

/** How to finish without us: one's own mailbox, the post, and where to hand it in if a source says so. */
export type OtherWays = {
  email: { address: string; note: string | null }
  post: { lines: string[]; lastDay: string; lastDayPassed: boolean; tooLate: boolean }
  handIn: { lines: string[]; source: string } | null
  /** True where the address itself may be at fault, so that one's own email may come back too. */
  mayComeBack: boolean
}

/** What a try left behind, and whether a mail server said it; `theirs` is false where the words are ours, or there are none. */
export type LastWords = { words: string | null; theirs: boolean }

/** What a person gets back when we could not finish: their words, the form, and the other ways. */
export type GivenBack = LetterFrame &
  LetterVersion & { sections: LetterSection[]; form: LetterForm; ways: OtherWays; to: string }

/** What each letter's templates are handed. */
export type LetterViews = {
  response: LetterFrame &
    LetterVersion & {
      /** The person's proven address; null where a volunteer vouched for them. */
      address: string | null
      /** The version that this one replaces, with when it was kept, or null. */
      replaces: { version: number; at: string } | null
      vouched: { by: string; at: string } | null
      /** The volunteer's card, where a volunteer typed what the person said; else null. */
      assisted: string | null
      late: boolean
      sections: LetterSection[]
      form: LetterForm
    }
  copy: LetterFrame &
    LetterVersion & {
      /** Where the response goes. */
      to: string
      way: CarrierKind
      /** Where the response is, as `sayState` says it, once it was taken; null until then. */
      state: string | null
      /** The volunteer's card, where a volunteer typed what the person said; else null. */
      assisted: string | null
      late: boolean
      replaces: { version: number; at: string } | null
      sections: LetterSection[]
      form: LetterForm
    }
  code: LetterFrame & { code: string; minutes: number }
  /**
   * Nobody said yes. `unknown`: it may have arrived; `trying`: it is still tried, the closing has not come;
   * `answered`: a mail server of the body's own domain said no for now.
   */
  'not-accepted': GivenBack & LastWords & { unknown: boolean; trying: boolean; answered: boolean }
  /** `unknown`: an earlier try may have arrived. */
  refused: GivenBack & LastWords & { unknown: boolean; byBody: boolean }
  bounced: GivenBack & LastWords
  /** What its person was told had not gone was taken at last; `state` is as `sayState` says it. */
  'gone-after-all': LetterFrame & LetterVersion & { to: string; state: string }
  /** `sent`: the pack lets late ones go out, so that it is sent and says that it is late. */
  late: GivenBack & { sent: boolean }
  'organiser-link': LetterFrame & { link: string; minutes: number }
  /** Numbers of responses by the state of their letter to the body; nobody's name, address or words. */
  alarm: LetterFrame & {
    waiting: number
    unknown: number
    notDelivered: number
    accepted: number
    /** How long the oldest has waited, in whole minutes; null when none waits. */
    oldestMinutes: number | null
  }
  /**
   * Tablets at stalls that last said that finished responses wait on them, in all, and each with when it was last heard of; and
   * how many brought responses fit no form of today.
   */
  tablets: LetterFrame & {
    unsent: number
    misfits: number
    tablets: { stall: string; card: number; unsent: number; heard: string }[]
  }
}

/** A letter's words: one line of subject, the text part, the HTML part. */
export type LetterWords = { subject: string; text: string; html: string }

/** What renders a letter. */
export type RenderLetter = <Kind extends LetterKind>(kind: Kind, view: LetterViews[Kind]) => LetterWords
