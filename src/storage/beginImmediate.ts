import { setTimeout } from 'node:timers/promises'
import type { SqliteConnection } from './connection.ts'

const PAUSE_MS = 2

/** SQLite's own code for "somebody else is writing"; the numbers of its kinds end in the same eight bits. */
const SQLITE_BUSY = 5

const isBusy = (error: unknown): boolean => (Number((error as { errcode?: unknown }).errcode) & 0xff) === SQLITE_BUSY

const tookTurn = (connection: SqliteConnection): boolean => {
  try {
    connection.run('begin immediate')
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}

/**
 * Begins a transaction that writes. Where another process writes it waits as long as `busy_timeout` says, but not within
 * SQLite: that would hold up every visitor of this process.
 */
export const beginImmediate = async (connection: SqliteConnection): Promise<void> => {
  const patience = connection.busyTimeout
  connection.busyTimeout = 0
  try {
    const until = performance.now() + patience
    while (performance.now() < until) {
      if (tookTurn(connection)) return
      await setTimeout(PAUSE_MS)
    }
  } finally {
    connection.busyTimeout = patience
  }
  // For the last try, and for the error that says why there was none.
  connection.run('begin immediate')
}
