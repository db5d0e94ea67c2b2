import type { Consultation } from '../consultation/consultation.ts'
import type { HolderView } from '../pages/viewParts.ts'

/** What a tablet must know of its site, put into its script when that is made. */
export type TabletPack = {
  /** Without the official file, which lies in the carried form. */
  consultation: Omit<Consultation, 'official'>
  fingerprint: string
  holder: HolderView
  publicUrl: string
  backupDays: number
  mail: boolean
  /** The rehearsal's banner has the time in it; a tablet says only that it is one. */
  rehearsed: boolean
  /** Headers that every page of ours has. */
  headers: Record<string, string>
  /** A print of this release of the script, its name among caches. */
  version: string
  /** Files that the pages need, as they are asked for. */
  files: string[]
}
