import type { TextSize } from '../stall/tablet.ts'
import type { HolderView } from './viewParts.ts'

/** A QR code as one SVG path over `size` × `size` modules, its quiet zone within. */
export type QrView = { size: number; path: string }

/** The page that a paired tablet rests on: one big button, a number, a state. */
export type ShiftView = {
  stall: string
  place: string
  card: number
  signal: boolean
  /** Finished responses that wait on this tablet. */
  waiting: number
  /** Completed responses in the stall's tray; null while that is not known. */
  tray: number | null
  /** True once the stall or the consultation is closed: nobody begins any more. */
  closed: boolean
  troubles: string[]
}

/** Before a person begins at a stall: read aloud, agreed to, and how they like to read and write. */
export type HelloView = {
  consent: string
  agreed: boolean
  holder: HolderView
  until: string
  /** Minutes of the whole way, and of the short one; null where the pack has no short one. */
  minutes: { whole: number; quick: number | null }
  sizes: { id: TextSize; label: string; chosen: boolean }[]
  assisted: boolean
  quick: boolean
}

/** The end at a stall: print, send, take away, or nothing. */
export type HandoverView = {
  reference: string
  blanks: string | null
  signal: boolean
  /** Characters that the form cannot show, in a sentence; the words are kept as they are. Else null. */
  unprintable: string | null
  /** True where a mail server is set up, so that it can be sent. */
  mail: boolean
  door: 'open' | 'late' | 'closed'
  /** The form as a file to print at once, without the tray. */
  file: string
  /** What a person without email says yes to. */
  yes: string
  agreed: boolean
}

/** What happens when a person goes on on their own phone; `back` is where they are now. */
export type ToPhoneView = { signal: boolean; back: string }

/** A private link as a QR code for the person's own phone; `sent` is false while it waits for signal. */
export type OnPhoneView = { qr: QrView; link: string; sent: boolean }

/** Why a tablet is empty. */
export type EmptiedWhy = 'finished' | 'idle' | 'left'

/** What became of the last person's response; `online`: it is as they left it on the server. */
export type Became = 'tray' | 'vouched' | 'link' | 'online' | 'deleted'

/** The tablet is empty, and shows it; `became` is null where the address does not say. */
export type EmptiedView = { why: EmptiedWhy; became: Became | null; waiting: number }
