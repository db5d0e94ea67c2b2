import type { RequestHandler } from 'express'

/** What a supervisor or a monitor may know: numbers and yes or no, nobody's words. Ages are milliseconds. */
export type Readiness = {
  ready: boolean
  /** Whether the database takes a write. */
  database: boolean
  /** Whether some process sends what waits; null where no mail is set up. */
  outbox: boolean | null
  oldestUnsentMs: number | null
}

/** Answers 200 while everything that a visitor needs is there, else 503. */
export const readiness =
  (look: () => Promise<Readiness>): RequestHandler =>
  async (_req, res) => {
    const found = await look()
    res
      .status(found.ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(found)
  }
