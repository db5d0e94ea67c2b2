/** Milliseconds since 1970, UTC, by the product's clock. */
export type Clock = () => number

/** The machine's own time; nothing else in the house reads it. */
export const machineClock: Clock = () => Date.now()

/** The machine's time moved by an offset in milliseconds, for a rehearsal. */
export const shiftedClock =
  (offsetMs: number): Clock =>
  () =>
    machineClock() + offsetMs
