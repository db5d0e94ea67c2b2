import type { Ending } from '../stall/tablet.ts'

/** Paper: into the tray, with a private link on its slip only where the person wants one. */
export const forTheTray = (link: boolean): Ending => ({
  ...{ complete: true, wants: 'print', yes: null, withLink: link, linkOnPaper: link },
})

/** Sent by a volunteer's word, for what the person said yes to. */
export const byAVolunteersWord = (yes: NonNullable<Ending['yes']>): Ending => ({
  ...{ complete: true, wants: 'vouch', yes, withLink: false, linkOnPaper: false },
})

/** Opened on the server at once, where its person goes on. */
export const toGoOnOnline: Ending = { complete: true, wants: 'open', yes: null, withLink: true, linkOnPaper: false }

/** Kept, and opened by a link that its person takes along. */
export const takenAlong = (complete: boolean): Ending => ({
  ...{ complete, wants: 'keep', yes: null, withLink: true, linkOnPaper: false },
})
