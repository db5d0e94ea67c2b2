/** Counts that outlive a restart, for limits: each `name` within windows of its own. */
export interface CountStore {
  /** Adds one and answers how many there are in the window, and when (ms, UTC) it ends; an ended window begins anew. */
  add(name: string, windowMs: number, now: number): Promise<{ count: number; endsAt: number }>
  /** Takes one back. */
  takeBack(name: string): Promise<void>
  reset(name: string): Promise<void>
}
