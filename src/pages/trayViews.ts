import type { Sides } from '../stall/stall.ts'

/** A completed response in the tray: its reference in groups, and when its tablet gave it up. Nobody's answers. */
export type TrayRowView = {
  reference: string
  grouped: string
  /** "14:05". */
  at: string
  card: number
  /** When it was printed; null while it waits. */
  printed: string | null
  /** True where its slip shows a QR code of its private link. */
  link: boolean
}

/** A response that stays in the tray, with why, and what to do. */
export type LeftOutView = { grouped: string; why: string }

/** A stall's tray: what waits for print, what cannot be printed, and what was. */
export type TrayView = {
  stall: string
  /** The address of this tray. */
  tray: string
  back: string
  waiting: TrayRowView[]
  /** How many of them one run takes. */
  together: number
  /** True where that is so many that reading them through takes a while. */
  many: boolean
  cannot: LeftOutView[]
  printed: TrayRowView[]
  sides: Sides
  closed: boolean
  /** True on a tablet of a closed stall: what still comes is the organisers'. */
  over: boolean
  /** What was just done, in a sentence. */
  done: string | null
}

/** A print run that is ready: how much paper, the file, and the question whether all came out. */
export type TrayRunView = {
  tray: string
  responses: TrayRowView[]
  /** This page's address, which names them. */
  run: string
  /** "12 sheets, printed on both sides". */
  sheets: string
  sides: Sides
  file: string
  left: LeftOutView[]
}

/** One lane of the day's picture: what is counted, how many in all, and a bar for each hour with any, in percent. */
export type DayLaneView = {
  label: string
  total: string
  bars: { x: string; y: string; middle: string; height: string; count: number }[]
}

/** One hour of the day; `label` is null where there is no room for it under the picture. */
export type DayHourView = {
  hour: string
  label: string | null
  middle: string
  started: number
  finished: number
  printed: number
  sent: number
}

/** A stall's day in numbers: for the volunteers' pride, without a single answer. */
export type DayView = {
  stall: string
  place: string
  day: string
  back: string
  /** "23 people said what they think today." */
  warm: string
  /** What was counted on other days, in a sentence; null where nothing was. */
  other: string | null
  lanes: DayLaneView[]
  /** The width of a bar, in percent. */
  bar: string
  hours: DayHourView[]
  /** True with so many hours that a phone has no room for a number on each bar. */
  crowded: boolean
}
