/** How a response came about at a stall: by which shift, and whether the volunteer typed. */
export type Provenance = { stallId: string; shiftNumber: number; stallName: string; assisted: boolean }

/**
 * What is kept of a response that a tablet brought: by it, one brought again is known, even after it was deleted. `shiftId`
 * is null where nobody knows which tablet it was. `misfit`: it answers what the pack no longer asks, so no form is made of it.
 */
export type TakenIn = {
  id: string
  shiftId: string | null
  digest: string
  assisted: boolean
  misfit: boolean
  /** It was asked with another form than this server's: somebody has a look before anything is done with it. */
  older: boolean
  /**
   * When it was finished, as near as the tablet knew to the server's clock, and by the tablet's own; when the first byte of the
   * request came; `at`, when it was kept for good. Null for what was kept before these were, and `finishedAt` for what its person
   * took along half done.
   */
  finishedAt: number | null
  onDeviceAt: number | null
  firstByteAt: number | null
  at: number
}

/** How a response came from a tablet: by its reference, its card where that is known, and its times. Nobody's words. */
export type CameIn = Pick<TakenIn, 'id' | 'misfit' | 'older' | 'finishedAt' | 'onDeviceAt' | 'firstByteAt' | 'at'> & {
  reference: string
  shiftNumber: number | null
}
